// What the synthetic press writes with: sentences with slots, and what may stand in them. All of it is made up.

export const CITIES = [
  'Bontang', 'Samarinda', 'Balikpapan', 'Banjarmasin', 'Pontianak', 'Singkawang', 'Palangka Raya', 'Tarakan', 'Makassar',
  'Parepare', 'Palopo', 'Kendari', 'Baubau', 'Manado', 'Bitung', 'Tomohon', 'Palu', 'Gorontalo', 'Ambon', 'Tual', 'Ternate',
  'Jayapura', 'Sorong', 'Mataram', 'Bima', 'Kupang', 'Denpasar', 'Surabaya', 'Malang', 'Madiun', 'Semarang', 'Surakarta',
  'Pekalongan', 'Bandung', 'Cirebon', 'Sukabumi', 'Serang', 'Cilegon', 'Bandar Lampung', 'Metro', 'Palembang', 'Jambi',
  'Bengkulu', 'Padang', 'Bukittinggi', 'Pekanbaru', 'Dumai', 'Medan', 'Binjai', 'Banda Aceh',
] as const; // prettier-ignore

const FIRST =
  'Andi,Rina,Budi,Siti,Yusuf,Dewi,Hendra,Nur,Agus,Maria,Wayan,Rahmat,Lestari,Fajar,Yohana,Ridwan,Sri,Tomi';
const LAST =
  'Pratama,Wulandari,Saputra,Hasanah,Lubis,Manurung,Tandi,Kurniawan,Maharani,Siregar,Nainggolan,Wibowo,Sulaiman,Rumbiak,Paputungan,Alamsyah';

/** A name → what may stand in the slot of that name. */
export const SLOTS: Record<string, readonly string[]> = {
  depan: FIRST.split(','),
  belakang: LAST.split(','),
  jabatan: [
    'Ketua Bawaslu', 'Anggota Bawaslu', 'Sekretaris Daerah', 'Kepala BKPSDM', 'Penjabat Wali Kota', 'Kepala Dinas Pendidikan',
    'Komisioner KPU', 'Asisten Pemerintahan', 'Inspektur Daerah', 'Kepala Badan Kesbangpol',
  ], // prettier-ignore
  instansi: [
    'Dinas Pekerjaan Umum', 'Dinas Kesehatan', 'Kantor Kecamatan', 'Badan Pendapatan Daerah', 'Dinas Perhubungan',
    'Sekretariat DPRD', 'Dinas Sosial', 'Rumah Sakit Umum Daerah',
  ], // prettier-ignore
  hari: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  tempat: ['aula kantor wali kota', 'gedung serbaguna', 'halaman kantor camat', 'ruang rapat utama', 'balai pertemuan umum'],
  komoditas: ['beras', 'cabai rawit', 'minyak goreng', 'bawang merah', 'telur ayam', 'gula pasir'],
  cabang: ['sepak bola', 'bulu tangkis', 'bola voli', 'pencak silat', 'atletik'],
}; // prettier-ignore

export type Topic = {
  section: string;
  /** About what Pantau looks for. */
  relevant: boolean;
  titles: readonly string[];
  sentences: readonly string[];
};

const NEUTRALITY: Topic = {
  section: 'Politik',
  relevant: true,
  titles: [
    'Bawaslu Kota {kota} Ingatkan ASN Jaga Netralitas pada Pilkada 2024',
    'Diduga Hadiri Kampanye, ASN {instansi} {kota} Diperiksa Bawaslu',
    'Sekda {kota}: ASN Dilarang Unggah Dukungan di Media Sosial',
    '{angka} ASN di {kota} Dilaporkan Melanggar Netralitas Pilkada',
    'Pemkot {kota} Gelar Ikrar Netralitas ASN Menjelang Masa Kampanye',
  ],
  sentences: [
    '{jabatan} Kota {kota} {depan} {belakang} mengimbau seluruh aparatur sipil negara (ASN) menjaga netralitas selama tahapan Pilkada 2024.',
    '"ASN tidak boleh menghadiri kampanye pasangan calon, apalagi mengenakan atribut partai," kata {depan} di {tempat}, {hari}.',
    'Laporan itu masuk ke kantor Bawaslu setelah warga merekam seorang pegawai {instansi} berfoto dengan jari yang menyerupai nomor urut calon.',
    'Bawaslu telah meminta keterangan {angka} saksi dan akan meneruskan hasil kajiannya kepada Badan Kepegawaian Negara.',
    'Sanksi bagi ASN yang melanggar diatur dalam Undang-Undang Nomor 20 Tahun 2023 dan Peraturan Pemerintah Nomor 94 Tahun 2021.',
    'Menurut {belakang}, unggahan, komentar, dan tanda suka di media sosial pun dapat menjadi bukti pelanggaran netralitas.',
    'Ia mengingatkan bahwa fasilitas negara seperti mobil dinas dan gedung pemerintah dilarang dipakai untuk kepentingan kampanye.',
    'Pemerintah Kota {kota} telah menerbitkan surat edaran tentang netralitas ASN kepada seluruh perangkat daerah dan kelurahan.',
    'Sosialisasi tersebut diikuti {angka} pegawai dari {instansi} serta para lurah dan camat se-Kota {kota}.',
    'Hingga kini tercatat {angka} laporan dugaan pelanggaran netralitas, dan sebagian di antaranya sudah dihentikan karena tidak cukup bukti.',
  ],
};

const ECONOMY: Topic = {
  section: 'Ekonomi',
  relevant: false,
  titles: [
    'Harga {komoditas} di Pasar {kota} Naik Menjelang Akhir Pekan',
    'Pasokan {komoditas} ke {kota} Terlambat, Pedagang Mengeluh',
    'Operasi Pasar di {kota}, {angka} Ton {komoditas} Disalurkan',
  ],
  sentences: [
    'Harga {komoditas} di pasar induk Kota {kota} naik dari {ribu} rupiah menjadi {ribu} rupiah per kilogram sejak {hari}.',
    'Seorang pedagang, {depan} {belakang}, mengatakan pasokan dari daerah penghasil berkurang karena hujan turun hampir setiap hari.',
    'Dinas perdagangan setempat menyiapkan {angka} ton {komoditas} untuk operasi pasar di beberapa kelurahan.',
    'Pembeli berharap harga kembali turun sebelum libur sekolah karena kebutuhan rumah tangga biasanya meningkat.',
    'Data badan statistik menunjukkan inflasi bulan ini sebesar {angka} persen, sedikit lebih tinggi daripada bulan lalu.',
    'Menurut {belakang}, ongkos angkut dengan kapal juga ikut naik sehingga margin pedagang kecil makin tipis.',
    'Pemerintah kota berjanji memantau gudang distributor agar tidak ada penimbunan {komoditas} menjelang hari besar.',
  ],
};

const SPORT: Topic = {
  section: 'Olahraga',
  relevant: false,
  titles: [
    'Tim {cabang} {kota} Lolos ke Final Setelah Laga Ketat',
    'Atlet {cabang} Asal {kota} Sabet {angka} Medali',
    'Kejuaraan {cabang} Antarpelajar Digelar di {kota}',
  ],
  sentences: [
    'Tim {cabang} Kota {kota} memastikan tiket final setelah menang dalam pertandingan yang berlangsung hingga larut malam.',
    'Pelatih {depan} {belakang} memuji kerja keras para pemain yang tertinggal lebih dahulu pada babak pertama.',
    'Sekitar {angka} penonton memadati tribun dan terus memberi semangat kepada tuan rumah.',
    'Pertandingan puncak dijadwalkan berlangsung {hari} sore di stadion utama dengan pengamanan dari petugas gabungan.',
    'Para atlet menjalani latihan dua kali sehari sejak awal bulan dan menjaga pola makan dengan ketat.',
    'Komite olahraga daerah menyiapkan bonus bagi peraih medali serta beasiswa bagi atlet yang masih bersekolah.',
  ],
};

const TOWN: Topic = {
  section: 'Daerah',
  relevant: false,
  titles: [
    'Hujan Deras, {angka} Rumah Warga {kota} Tergenang',
    'Perbaikan Jalan Poros {kota} Ditargetkan Selesai Bulan Depan',
    'Puskesmas Baru di {kota} Mulai Melayani Pasien',
  ],
  sentences: [
    'Hujan deras yang turun sejak {hari} malam menyebabkan {angka} rumah warga di Kota {kota} tergenang air setinggi lutut.',
    'Petugas badan penanggulangan bencana mendirikan dapur umum dan membagikan selimut kepada keluarga yang mengungsi.',
    'Kepala lingkungan setempat, {depan} {belakang}, meminta saluran air segera dikeruk karena tertutup sampah dan lumpur.',
    'Pekerjaan jalan sepanjang {angka} kilometer itu dibiayai anggaran daerah dan dikerjakan oleh kontraktor setempat.',
    'Warga berharap lampu penerangan ikut dipasang supaya jalan tidak gelap pada malam hari.',
    'Pelayanan kesehatan dibuka setiap hari kerja, dan pasien cukup membawa kartu identitas serta kartu jaminan kesehatan.',
    'Dinas terkait mencatat kerugian sementara mencapai {angka} juta rupiah dan masih mendata bangunan yang rusak.',
  ],
};

/** Three in ten articles are about what Pantau looks for, as in the source list's regional papers at election time. */
export const TOPICS: readonly Topic[] = [
  NEUTRALITY, ECONOMY, TOWN, NEUTRALITY, SPORT, TOWN, ECONOMY, NEUTRALITY, TOWN, SPORT,
]; // prettier-ignore
