# Yang dikatakan Kembar di sekitar kutipannya. Jawabannya sendiri selalu dari sumber.

## An answer

unsure = Mungkin ini bukan jawabannya, tetapi ini yang paling mendekati:
sources-differ = Sumber-sumber kami memberi lebih dari satu jawaban:
nothing-found = Maaf, sumber kami tidak memuat jawabannya.
not-answered = Belum ada jawaban pasti untuk: { $question }
nothing-more = Hanya itu yang ada dalam sumber kami tentang hal ini.
looked-for = Yang dicari: { $words }
did-you-mean = Maksud Anda “{ $known }”, bukan “{ $typed }”?
covered = Yang ada dalam sumber kami:
try-asking = Anda bisa bertanya:
paragraph = paragraf { $number }
in-other-language = dalam bahasa { $language ->
    [en] Inggris
    [ja] Jepang
   *[id] Indonesia
}
question-cut = Pertanyaan Anda lebih dari { $characters } karakter; hanya sebagian yang dibaca.
question = Pertanyaan
question-before = Sebelumnya
paragraph-marked = ▸ paragraf { $number } (yang ditemukan)

## Dates

month = { $number ->
    [1] Januari
    [2] Februari
    [3] Maret
    [4] April
    [5] Mei
    [6] Juni
    [7] Juli
    [8] Agustus
    [9] September
    [10] Oktober
    [11] November
   *[12] Desember
}
date-of-day = { $day } { $month } { $year }
date-of-month = { $month } { $year }
date-of-year = { $year }

## No question

nothing-asked = Maaf, saya tidak menemukan pertanyaan di situ.
topic = Apa yang ingin Anda ketahui tentang “{ $words }”?
greeting = Halo! Apa yang ingin Anda ketahui tentang Ambon dan Hamamatsu?
thanks = Sama-sama.
complaint = Mohon maaf. Silakan coba tanyakan dengan kata lain.
understood = Silakan bertanya lagi kapan saja.
farewell = Sampai jumpa!
identity = Saya Kembar. Tanyakan dalam bahasa Indonesia, Inggris, atau Jepang: saya mencarikan kutipan tentang Ambon dan Hamamatsu beserta sumbernya; saya tidak menulis apa pun sendiri.
no-such-passage = Dokumen ini tidak memuat paragraf bernomor itu.

## On Discord

help-mention = Sebut saya bersama pertanyaan Anda, atau pakai { $ask }. Jawaban saya diambil dari sumber terbitan, lengkap dengan tautannya.
help-role = Jika pertanyaan Anda tidak terbaca, sebut saya langsung, bukan peran saya.
failed = Maaf, terjadi gangguan di pihak saya. Silakan tanyakan sekali lagi.
too-often = Mohon satu per satu. Silakan tanyakan lagi dalam beberapa detik.
unknown-command = Perintah ini tidak saya kenal. Silakan muat ulang Discord, lalu coba lagi.

## Controls around an answer: labels as short as a phone's buttons

control-more = Lainnya
control-back = Kembali
control-context = Konteks
control-source = Sumber
control-language = Bahasa Indonesia
control-share = Bagikan
control-remove = Hapus
control-not-helpful = Tak membantu
noted = Terima kasih, sudah dicatat.
noted-before = Terima kasih, Anda sudah memberi tahu kami tentang jawaban ini.
shared-before = Jawaban ini sudah dibagikan.
remove-refused = Hanya penanya atau moderator yang dapat menghapus jawaban ini.
unknown-control = Tombol ini tidak saya kenal lagi. Silakan tanyakan sekali lagi.
question-gone = Pertanyaan dalam pesan ini tidak terbaca lagi. Silakan tanyakan sekali lagi.
passage-gone = Kutipan ini sudah tidak ada dalam sumber kami. Silakan tanyakan sekali lagi.
cannot-write = Saya tidak diizinkan menulis di kanal tempat Anda bertanya, jadi inilah jawaban saya.

## Commands: names in lower case, descriptions up to 100 characters

ask-name = tanya
ask-description = Tanyakan tentang Ambon dan Hamamatsu
ask-question-name = pertanyaan
ask-question-description = Apa yang ingin Anda ketahui?
ask-private-name = pribadi
ask-private-description = Tampilkan jawabannya hanya untuk Anda

## Commands: sources, passages, the timeline

page-before = Sebelumnya
page-after = Berikutnya
page-of = halaman { $page } dari { $pages }
post = Bagikan di kanal
open-source = Sumber
whole-document = Seluruh dokumen
paragraphs = { $count } paragraf

find-name = Cari sumber
find-heading = Kutipan yang berkaitan dengan pesan ini
find-note = Benar tidaknya silakan Anda nilai sendiri; inilah yang dikatakan sumber.
find-nothing = Sumber kami tidak memuat apa pun tentang pesan ini. Anda bisa menanyakannya dengan { $ask }, atau melihat isi sumber dengan { $sources }.
find-no-text = Pesan ini tidak memuat teks yang bisa dicarikan sumbernya.

sources-name = sumber
sources-description = Dokumen-dokumen yang menjadi sumber jawaban
sources-heading = Sumber ({ $count })
sources-open = Buka dokumen

passage-name = kutipan
passage-description = Lihat kutipan menurut dokumen dan paragrafnya
passage-document-name = dokumen
passage-document-description = Dokumennya, atau nama kutipan seperti tertulis dalam jawaban
passage-number-name = nomor
passage-number-description = Nomor paragraf, mulai dari 1
passage-unknown = Kutipan itu tidak ada. Silakan pilih dokumen dari daftar yang muncul saat Anda mengetik, atau lihat daftarnya dengan { $sources }.

timeline-name = linimasa
timeline-description = Apa yang terjadi dan kapan, menurut sumber
timeline-about-name = tentang
timeline-about-description = Hanya yang menyebut ini, misalnya Vlissingen
timeline-year-name = tahun
timeline-year-description = Hanya tahun ini
timeline-private-name = pribadi
timeline-private-description = Tampilkan hanya untuk Anda (bawaan: ya)
timeline-heading = Lini masa
timeline-nothing = Sumber kami tidak memuat tanggal untuk “{ $words }”. Silakan coba kata atau tahun lain, atau { $timeline } saja untuk semua tanggal.

## Commands: help, about, privacy

help-name = bantuan
help-description = Apa yang bisa dilakukan Kembar, dan contoh pertanyaan
help-heading = Cara bertanya kepada Kembar
help-text = Kembar menjawab pertanyaan tentang Ambon dan Hamamatsu dengan kutipan dari sumber terbitan.
    - **{ $ask }**, atau sebut saya bersama pertanyaan Anda; di pesan langsung cukup tulis saja. Saya juga membaca bahasa Inggris dan Jepang.
    - **Balas** sebuah jawaban untuk melanjutkannya: *dan kapan?*, *ada lagi?*
    - **Cari sumber**: tekan lama sebuah pesan (atau klik kanan), lalu *Aplikasi*.
    - **{ $sources }** menampilkan daftar dokumen, **{ $passage }** menampilkan satu kutipan dari sebuah dokumen.
    - **{ $timeline }** menunjukkan apa yang terjadi dan kapan.
    - **{ $about }**, **{ $privacy }**, dan **{ $doctor }** untuk pengelola server.

about-name = tentang
about-description = Versi, dokumen, dan bahasa
about-heading = Tentang Kembar
about-text = Kembar { $version } mencarikan kutipan tentang Ambon dan Hamamatsu beserta sumbernya. Kembar tidak menulis apa pun sendiri.
    { $documents } dokumen, { $passages } kutipan (korpus `{ $corpus }`).
passages-by-language = Kutipan: Indonesia { $id }, Inggris { $en }, Jepang { $ja }.
about-source = Kode sumber: { $url }

privacy-name = privasi
privacy-description = Apa yang disimpan, dan berapa lama
privacy-heading = Privasi
privacy-text = Pertanyaan Anda tercantum dalam jawabannya, di Discord, sampai jawaban itu dihapus. Selain di situ, baik kalimatnya maupun penanyanya tidak dicatat di log dan tidak ditulis ke berkas.
    - Hanya di memori, dan hilang saat bot dijalankan ulang: ID Anda dan kapan Anda terakhir bertanya atau mengeklik, agar tidak ada yang bertanya terlalu banyak; selama sepuluh menit, jawaban mana untuk pesan mana; selama sehari, sebagai hash, siapa yang menekan *{ control-not-helpful }* dan apa yang dibagikan.
    - Yang dicatat: bahwa sebuah pertanyaan dijawab, dalam bahasa apa, dari kutipan mana, di server mana; bahwa *{ control-not-helpful }* ditekan; bahwa saya kekurangan izin, dan di kanal mana.
    - { $gaps }
    - Pesan yang tidak ditujukan kepada saya tidak saya baca.
    - Untuk menghapus jawaban, tekan *Hapus* di bawahnya, atau minta bantuan moderator.
privacy-gaps-off = Daftar pertanyaan tak terjawab tidak aktif: pertanyaan tanpa jawaban pun tidak disimpan.
privacy-gaps-on = Daftar pertanyaan tak terjawab aktif, untuk melengkapi sumber: dari pertanyaan yang tidak terjawab atau dinilai tidak membantu, kata kunci, bahasa, dan harinya disimpan selama { $days } hari, tanpa penanya dan tempatnya.

## Commands: doctor

doctor-name = diagnosis
doctor-description = Mengapa Kembar diam? Untuk pengelola server
doctor-heading = Status Kembar di sini
doctor-permissions-fine = **Izin di kanal ini**: lengkap.
doctor-permissions-missing = **Izin di kanal ini**: ada yang kurang. Silakan berikan kepada peran Kembar di pengaturan kanal.
permission-granted = { $name }: ada
permission-missing = **{ $name }: tidak ada**
permission-view = Lihat Kanal
permission-send = Kirim Pesan
permission-send-in-threads = Kirim Pesan di Utas
permission-embed = Sematkan Tautan
permission-attach = Lampirkan File
permission-history = Baca Riwayat Pesan
doctor-intents = **Intent**: server, pesan server, pesan langsung. Tidak ada intent khusus; isi pesan yang tidak menyebut saya tidak sampai kepada saya.
doctor-corpus = **Korpus** `{ $corpus }`, sumber terbaru: { $newest }.
doctor-shards = **Shard**, dihitung dari 0: server ini di shard { $shard } dari { $shards }, proses ini memegang { $held }.
doctor-figures = **Sejak dijalankan**: terjawab { $answered }, tak terjawab { $unanswered }, sambung ulang { $reconnects }. Waktu menemukan jawaban: separuh dalam { $median } ms, 95% dalam { $slow } ms.

## At the terminal

chat-help = Bertanyalah dalam bahasa Indonesia, Inggris, atau Jepang; “dan kapan?” melanjutkan jawaban terakhir. /help menampilkan ini, “keluar” atau Ctrl-D mengakhiri percakapan, tombol panah memanggil kembali pertanyaan Anda.
