// Words that tell articles of this field apart badly: in 2 % or more of the gold set and the press row, counted once.
// Places and personal names are left out. A word that is missing here only counts as more telling than it is.

const list = (words: string): string[] => words.trim().split(/\s+/);

/** In one article of ten or more, and institutions, days and months: they tell nothing. */
export const FREQUENT_WORDS: ReadonlySet<string> = new Set(
  list(`
  ada agar agustus ahad akan anggota aparatur april asn atau baca badan bagi banyak baru bawaslu
  belum berlangsung bersama bila bisa bkn bkpsdm boleh bukan bulan bupati cabup cagub calon camat
  capres cawapres com daerah dalam dan dapat dari datang dengan desa desember di dia digelar
  diminta dinas dprk dua empat februari gakkumdu gub gubernur guru hanya hari harus hasil hingga
  ia ikut ini itu jadi jangan januari juga juli jumat juni kabupaten kalau kali kami kamis
  kampanye kantor karena kasn kata katanya ke kecamatan kepada kepala kepegawaian kerja ketika
  ketua kita kodim komisi kota kpu lagi lain lalu laporan lebih lewat lima masa masih masuk
  masyarakat maupun media mei memakai memberi memilih meminta menerima mengaku mengatakan
  mengingatkan menjadi menjaga menurut menyatakan menyebut mereka minggu minta nama negara negeri
  netral netralitas nomor november oktober orang pada paling panwas panwascam panwaslih panwaslu
  partai pasangan paslon pegawai pejabat pekan pelanggaran pemerintah pemilihan pemilu pemkab
  pemungutan pengawas penjabat pertama pilbup pileg pilkada pilwali pilwalkot plh pns polda
  politik polres provinsi pun rabu saat sabtu salah sama sampai sanksi satpol satu sebagai sebelum
  sejak sekda sekkab sekkot sekprov sekretaris selama selasa seluruh sementara semua senin sentra
  seorang september serentak serta setelah setiap sipil sosial suara sudah surat tahun tak tanpa
  telah tentang terbukti tersebut tetap tetapi tidak tiga tim ujar ujarnya ulang umum untuk wabup
  wagub wakil wali walikota warga wawali wib wit wita yang
`),
);

/** In one of fifty or more. */
export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...FREQUENT_WORDS,
  ...list(`
  acara adalah adanya adapun adat adil administrasi aduan ahli air akhir akhirnya aktif akun
  alasan alat aman anak anggaran angka antara antaranya apa apakah apalagi aparat apel artikel
  asal asisten atas atasan ataupun atribut aturan aula awal bagian bahkan bahwa baik bakal balai
  bantuan bawah bebas beberapa begitu bekerja belas benar bentuk berada berarti berasal berat
  berbeda beredar berencana berfoto bergambar berharap berikutnya berinisial berita berjalan
  berjanji berkas berlaku berpihak berpolitik bersangkutan bersih bersikap berstatus bertugas
  berupa besar beserta bicara bidang bikin bilang birokrasi bkd buka bukti caleg cara catatan
  cepat co contoh cpns cukup cuma cuti daftar damai dana daring dasar data daya debat deklarasi
  delapan demi demikian demokrasi depan detik dewan diambil dianggap dibagikan dibayar
  diberhentikan diberi dibuka dicopot diduga dihadiri dihubungi diikuti dijadwalkan dijatuhi
  dikenai diketahui dikirim dilaksanakan dilakukan dilanjutkan dilantik dilaporkan dilarang
  dimintai dimulai dinilai dinyatakan dipakai dipanggil dipasang diperiksa diperkirakan dipilih
  dipimpin diproses direkomendasikan direktur diri disampaikan disebut diserahkan disiplin
  diskominfo distrik ditegur ditemukan diterima diteruskan ditetapkan ditutup divisi dpd dpr dprd
  dps dpt duduk dugaan dukung dukungan dulu edaran editor enam eselon etik formasi foto gaji
  gampong gedung gelar grup hadir hak hal halaman harga harian hasilnya hati honorer hormat hotel
  hubungan hukum hukuman hukumannya ialah ibu id ii ikrar imbauan indonesia informasi ingatkan
  ingin inspektorat instansi integritas isinya izin jabatan jadwal jalan jalur jam jarak jari jauh
  jawab jelang jelas jelasnya jika jumlah jumlahnya justru juta kabag kabar kabid kades kadis
  kadishub kajian kampung kasih kasus kecil kedapatan kedua keduanya kegiatan kejaksaan kelompok
  keluar keluarga kelurahan kemarin kembali kemendagri kementerian kemudian kena kendaraan
  kepentingan kepolisian kepulauan keputusan kerap kerawanan kesbangpol kesehatan ketahuan
  keterangan ketiga ketiganya keuchik kewajiban khusus kinerja kini klarifikasi kode komentar
  komisioner komitmen konflik konstitusi kontrak koordinasi koordinator korpri korupsi kosong
  kotak kuasa kursi lainnya lama lambat langkah langsung lanjutnya lantaran lantik lapangan
  larangan layar legislatif lembaga lengkap libur lingkungan logistik lokasi lsm luar lurah
  mahkamah maju malam mana manusia masing massa mau melainkan melakukan melalui melanggar melapor
  melaporkan melarang melayani memang memanggil memantau memasang memastikan membacakan membagikan
  membantah membantu membawa membenarkan membuat membuka memegang memenuhi memeriksa memerintahkan
  memihak memiliki memimpin mempunyai memutuskan menahan menambahkan menandatangani menang menanti
  mencalonkan mencapai mencatat mendaftar mendagri mendapat mendatang mendukung menegaskan
  menempatkan menemukan menerangkan menerbitkan meneruskan mengajak mengajukan mengakui mengambil
  mengawasi mengenai menggelar menggunakan menghadiri mengikuti mengimbau mengirim mengunggah
  menguntungkan mengusulkan menilai menit menjabat menjatuhkan menjawab menjelang menjelaskan
  menolak menteri menunggu menunjukkan menurutnya menutup menuturkan menyambut menyampaikan
  menyangkut menyerahkan menyiapkan menyimpulkan merugikan merupakan meski mesti miliar milik mk
  mobil mpr mudah mulai muncul mundur mungkin mutasi nagari naik namanya namun nanti nasional
  nilai nu oknum oleh opd organisasi ormas padahal pagi pak pakai pakta panitia papan para parpol
  partisipasi pasal pasang pasar pasti pelaksana pelantikan pelapor pelayanan pembagian
  pemberhentian pembina pembinaan pemda pemeriksaan pemerintahan pemilih pemko pemkot pemprov
  penanganan pencegahan pencoblosan pendaftaran pendidikan pendukung penerima penetapan pengawasan
  pengembangan pengganti penghitungan pengurus penilaian pensiun penuh penurunan penyelenggara per
  peraga perangkat peraturan perdana perhatian perhubungan peringatan perintah perkara perlu
  permintaan pernah pernyataan persen personel pertanyaan pertemuan perwakilan pesan peserta
  petahana petugas pidana pihak pihaknya pilgub pilih pilihan pilkades pilpres pimpinan pindah pj
  pjs pleno plt polisi polri pp ppk ppnpn pppk praktis presiden pribadi profesional program proses
  psu publik pukul pula pulang pulau pungkasnya punya pusat puskesmas putusan pwi rakyat ramai
  rapat rawan rb rekaman rekapitulasi rekomendasi resmi ri ribu ribuan rp rsud ruang rumah
  rumahnya rusak saja saksi salinan saling sambil sana sang sanksinya satunya saya sd se sebab
  sebagian sebanyak sebelas sebelumnya sebuah secara sedang sedangkan sedikit segera sehari
  sehingga sejauh sejumlah sekali sekaligus sekarang sekitar sekolah sekretariat sekwan selain
  selaku selesai seluruhnya sembilan sempat semuanya semula sendiri sengaja sepanjang sepekan
  seperti sepuluh seragam sering serupa sesuai setahun setda setempat seusai siang siap siapa
  siapkan sikap silakan sk skb soal sore sosialisasi spanduk staf status stiker suasana sukses
  sumber supaya syarat tahap tahapan tahu takut tambahan tampak tanah tanda tangan tanggal tapi
  tegas tegasnya teguran teknis telepon tempat temuan tenaga terakhir terang terangnya terbanyak
  terbuka tercatat terdapat terhadap terima terjadi terkait terlarang terlibat termasuk ternyata
  terpilih tersangka tertentu tertulis terus thl tiap tindak tindakan tinggal tinggi tingkat tni
  tokoh tps tua tugas tujuh tunggu turun turut tutur tuturnya uang ucap ucapnya undang undangan
  unggahan ungkap ungkapnya universitas unsur upacara urusan urut usai utama video wajib waktu
  wartawan whatsapp wilayah ya yaitu yakni
`),
]);
