// Words that tell articles of this field apart from nothing: in 2 % or more of the gold set and the press row.
// Places and personal names are left out. A word that is missing here only counts as more telling than it is.

/** Folded as words.ts folds them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  acara ada adalah adanya adapun adat adil administrasi aduan agar agustus ahad ahli air akan akhir
  akhirnya aktif akun alasan alat aman anak anggaran anggota angka antara antaranya apa apakah apalagi
  aparat aparatur apel april artikel asal asisten asn atas atasan atau ataupun atribut aturan aula awal
  baca badan bagi bagian bahkan bahwa baik bakal balai bantuan banyak baru bawah bawaslu bebas beberapa
  begitu bekerja belas belum benar bentuk berada berarti berasal berat berbeda beredar berencana berfoto
  bergambar berharap berikutnya berinisial berita berjalan berjanji berkas berlaku berlangsung berpihak
  berpolitik bersama bersangkutan bersih bersikap berstatus bertugas berupa besar beserta bicara bidang
  bikin bila bilang birokrasi bisa bkd bkn bkpsdm boleh buka bukan bukti bulan bupati cabup cagub caleg
  calon camat capres cara catatan cawapres cepat co com contoh cpns cukup cuma cuti daerah daftar dalam
  damai dan dana dapat dari daring dasar data datang daya debat deklarasi delapan demi demikian demokrasi
  dengan depan desa desember detik dewan di dia diambil dianggap dibagikan dibayar diberhentikan diberi
  dibuka dicopot diduga digelar dihadiri dihubungi diikuti dijadwalkan dijatuhi dikenai diketahui dikirim
  dilaksanakan dilakukan dilanjutkan dilantik dilaporkan dilarang diminta dimintai dimulai dinas dinilai
  dinyatakan dipakai dipanggil dipasang diperiksa diperkirakan dipilih dipimpin diproses direkomendasikan
  direktur diri disampaikan disebut diserahkan disiplin diskominfo distrik ditegur ditemukan diterima
  diteruskan ditetapkan ditutup divisi dpd dpr dprd dprk dps dpt dua duduk dugaan dukung dukungan dulu
  edaran editor empat enam eselon etik februari formasi foto gaji gakkumdu gampong gedung gelar grup gub
  gubernur guru hadir hak hal halaman hanya harga hari harian harus hasil hasilnya hati hingga honorer
  hormat hotel hubungan hukum hukuman hukumannya ia ialah ibu id ii ikrar ikut imbauan indonesia informasi
  ingatkan ingin ini inspektorat instansi integritas isinya itu izin jabatan jadi jadwal jalan jalur jam
  jangan januari jarak jari jauh jawab jelang jelas jelasnya jika juga juli jumat jumlah jumlahnya juni
  justru juta kabag kabar kabid kabupaten kades kadis kadishub kajian kalau kali kami kamis kampanye
  kampung kantor karena kasih kasn kasus kata katanya ke kecamatan kecil kedapatan kedua keduanya kegiatan
  kejaksaan kelompok keluar keluarga kelurahan kemarin kembali kemendagri kementerian kemudian kena
  kendaraan kepada kepala kepegawaian kepentingan kepolisian kepulauan keputusan kerap kerawanan kerja
  kesbangpol kesehatan ketahuan keterangan ketiga ketiganya ketika ketua keuchik kewajiban khusus kinerja
  kini kita klarifikasi kode kodim komentar komisi komisioner komitmen konflik konstitusi kontrak
  koordinasi koordinator korpri korupsi kosong kota kotak kpu kuasa kursi lagi lain lainnya lalu lama
  lambat langkah langsung lanjutnya lantaran lantik lapangan laporan larangan layar lebih legislatif
  lembaga lengkap lewat libur lima lingkungan logistik lokasi lsm luar lurah mahkamah maju malam mana
  manusia masa masih masing massa masuk masyarakat mau maupun media mei melainkan melakukan melalui
  melanggar melapor melaporkan melarang melayani memakai memang memanggil memantau memasang memastikan
  membacakan membagikan membantah membantu membawa membenarkan memberi membuat membuka memegang memenuhi
  memeriksa memerintahkan memihak memilih memiliki memimpin meminta mempunyai memutuskan menahan
  menambahkan menandatangani menang menanti mencalonkan mencapai mencatat mendaftar mendagri mendapat
  mendatang mendukung menegaskan menempatkan menemukan menerangkan menerbitkan menerima meneruskan
  mengajak mengajukan mengaku mengakui mengambil mengatakan mengawasi mengenai menggelar menggunakan
  menghadiri mengikuti mengimbau mengingatkan mengirim mengunggah menguntungkan mengusulkan menilai menit
  menjabat menjadi menjaga menjatuhkan menjawab menjelang menjelaskan menolak menteri menunggu menunjukkan
  menurut menurutnya menutup menuturkan menyambut menyampaikan menyangkut menyatakan menyebut menyerahkan
  menyiapkan menyimpulkan mereka merugikan merupakan meski mesti miliar milik minggu minta mk mobil mpr
  mudah mulai muncul mundur mungkin mutasi nagari naik nama namanya namun nanti nasional negara negeri
  netral netralitas nilai nomor november nu oknum oktober oleh opd orang organisasi ormas pada padahal
  pagi pak pakai pakta paling panitia panwas panwascam panwaslih panwaslu papan para parpol partai
  partisipasi pasal pasang pasangan pasar paslon pasti pegawai pejabat pekan pelaksana pelanggaran
  pelantikan pelapor pelayanan pembagian pemberhentian pembina pembinaan pemda pemeriksaan pemerintah
  pemerintahan pemilih pemilihan pemilu pemkab pemko pemkot pemprov pemungutan penanganan pencegahan
  pencoblosan pendaftaran pendidikan pendukung penerima penetapan pengawas pengawasan pengembangan
  pengganti penghitungan pengurus penilaian penjabat pensiun penuh penurunan penyelenggara per peraga
  perangkat peraturan perdana perhatian perhubungan peringatan perintah perkara perlu permintaan pernah
  pernyataan persen personel pertama pertanyaan pertemuan perwakilan pesan peserta petahana petugas pidana
  pihak pihaknya pilbup pileg pilgub pilih pilihan pilkada pilkades pilpres pilwali pilwalkot pimpinan
  pindah pj pjs pleno plh plt pns polda polisi politik polres polri pp ppk ppnpn pppk praktis presiden
  pribadi profesional program proses provinsi psu publik pukul pula pulang pulau pun pungkasnya punya
  pusat puskesmas putusan pwi rabu rakyat ramai rapat rawan rb rekaman rekapitulasi rekomendasi resmi ri
  ribu ribuan rp rsud ruang rumah rumahnya rusak saat sabtu saja saksi salah salinan saling sama sambil
  sampai sana sang sanksi sanksinya satpol satu satunya saya sd se sebab sebagai sebagian sebanyak sebelas
  sebelum sebelumnya sebuah secara sedang sedangkan sedikit segera sehari sehingga sejak sejauh sejumlah
  sekali sekaligus sekarang sekda sekitar sekkab sekkot sekolah sekprov sekretariat sekretaris sekwan
  selain selaku selama selasa selesai seluruh seluruhnya sembilan sementara sempat semua semuanya semula
  sendiri sengaja senin sentra seorang sepanjang sepekan seperti september sepuluh seragam serentak sering
  serta serupa sesuai setahun setda setelah setempat setiap seusai siang siap siapa siapkan sikap silakan
  sipil sk skb soal sore sosial sosialisasi spanduk staf status stiker suara suasana sudah sukses sumber
  supaya surat syarat tahap tahapan tahu tahun tak takut tambahan tampak tanah tanda tangan tanggal tanpa
  tapi tegas tegasnya teguran teknis telah telepon tempat temuan tenaga tentang terakhir terang terangnya
  terbanyak terbuka terbukti tercatat terdapat terhadap terima terjadi terkait terlarang terlibat termasuk
  ternyata terpilih tersangka tersebut tertentu tertulis terus tetap tetapi thl tiap tidak tiga tim tindak
  tindakan tinggal tinggi tingkat tni tokoh tps tua tugas tujuh tunggu turun turut tutur tuturnya uang
  ucap ucapnya ujar ujarnya ulang umum undang undangan unggahan ungkap ungkapnya universitas unsur untuk
  upacara urusan urut usai utama video wabup wagub wajib wakil waktu wali walikota warga wartawan wawali
  whatsapp wib wilayah wit wita ya yaitu yakni yang
`
    .trim()
    .split(/\s+/),
);
