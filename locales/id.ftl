# Yang dikatakan Kembar di sekitar kutipannya. Jawabannya sendiri selalu dari sumber.

## An answer

unsure = Mungkin bukan jawabannya; inilah bagian yang paling dekat:
nothing-found = Sumber kami tidak memuat jawabannya.
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
question-cut = Hanya { $characters } karakter pertama dari pertanyaan Anda yang dibaca.
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

nothing-asked = Tidak ada pertanyaan di situ.
greeting = Halo! Apa yang ingin Anda ketahui tentang Ambon dan Hamamatsu?
thanks = Sama-sama.
identity = Saya Kembar. Saya mencarikan kutipan tentang Ambon dan Hamamatsu beserta sumbernya; saya tidak menulis apa pun sendiri.
no-such-passage = Dokumen ini tidak memuat paragraf bernomor itu.

## On Discord

help-mention = Sebut saya bersama pertanyaan Anda, atau pakai /tanya. Jawaban saya diambil dari sumber terbitan, lengkap dengan tautannya.
help-role = Jika pertanyaan Anda tidak terbaca, sebut saya langsung, bukan peran saya.
failed = Maaf, terjadi gangguan, bukan kesalahan Anda. Silakan tanyakan sekali lagi.
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
remove-refused = Hanya penanya, atau yang boleh mengelola pesan di sini, yang dapat menghapus jawaban ini.
unknown-control = Tombol ini tidak saya kenal lagi. Silakan tanyakan sekali lagi.
question-gone = Pertanyaan dalam pesan ini tidak terbaca lagi. Silakan tanyakan sekali lagi.
passage-gone = Kutipan ini sudah tidak ada dalam sumber kami. Silakan tanyakan sekali lagi.
cannot-write = Saya tidak boleh menulis di kanal tempat Anda bertanya, jadi inilah jawaban saya.

## Commands: names in lower case, descriptions up to 100 characters

ask-name = tanya
ask-description = Tanyakan tentang Ambon dan Hamamatsu
ask-question-name = pertanyaan
ask-question-description = Apa yang ingin Anda ketahui?
ask-private-name = pribadi
ask-private-description = Tampilkan jawabannya hanya untuk Anda

## At the terminal

chat-help = Bertanyalah dalam bahasa Indonesia, Inggris, atau Jepang. /help menampilkan ini, /quit atau Ctrl-D mengakhiri percakapan, tombol panah memanggil kembali pertanyaan Anda.
