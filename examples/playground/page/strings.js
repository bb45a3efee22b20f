// Discord's own words around messages, in the reader's language.

const STRINGS = {
  en: {
    app: "APP", onlyYou: "Only you can see this", dismiss: "Dismiss message", used: "used", edited: "(edited)",
    thinking: "is thinking…", failed: "This interaction failed", silent: "The application did not respond",
    write: "Message", send: "Send", cancel: "Cancel", optional: "optional", reply: "Reply", edit: "Edit message",
    remove: "Delete message", more: "More", apps: "Apps", replyingTo: "Replying to", ping: "Mention",
    gone: "Original message was deleted", choose: "Make a selection", yes: "True", no: "False", close: "Close",
    picture: "Picture", opens: "opens a page", messages: "Messages", suggestions: "Suggestions", none: "No options match your search",
    save: "Save", online: "online", offline: "offline", channel: "Channel", person: "Person", language: "Language",
  },
  id: {
    app: "APL", onlyYou: "Hanya kamu yang bisa melihat ini", dismiss: "Tutup pesan", used: "menggunakan", edited: "(diedit)",
    thinking: "sedang berpikir…", failed: "Interaksi ini gagal", silent: "Aplikasi tidak merespons",
    write: "Kirim pesan ke", send: "Kirim", cancel: "Batal", optional: "opsional", reply: "Balas", edit: "Edit pesan",
    remove: "Hapus pesan", more: "Lainnya", apps: "Aplikasi", replyingTo: "Membalas", ping: "Sebut",
    gone: "Pesan asli telah dihapus", choose: "Pilih", yes: "Benar", no: "Salah", close: "Tutup",
    picture: "Gambar", opens: "membuka halaman", messages: "Pesan", suggestions: "Saran", none: "Tidak ada pilihan yang cocok",
    save: "Simpan", online: "daring", offline: "luring", channel: "Kanal", person: "Orang", language: "Bahasa",
  },
  ja: {
    app: "アプリ", onlyYou: "これはあなただけに表示されています", dismiss: "メッセージを閉じる", used: "が使用:", edited: "(編集済)",
    thinking: "が考え中…", failed: "インタラクションに失敗しました", silent: "アプリケーションが応答しませんでした",
    write: "メッセージを送信:", send: "送信", cancel: "キャンセル", optional: "任意", reply: "返信", edit: "メッセージを編集",
    remove: "メッセージを削除", more: "その他", apps: "アプリ", replyingTo: "返信先:", ping: "メンション",
    gone: "元のメッセージは削除されました", choose: "選択してください", yes: "はい", no: "いいえ", close: "閉じる",
    picture: "画像", opens: "ページを開きます", messages: "メッセージ", suggestions: "候補", none: "一致する候補がありません",
    save: "保存", online: "オンライン", offline: "オフライン", channel: "チャンネル", person: "ユーザー", language: "言語",
  },
};

// The words of a Discord locale.
export function words(locale) {
  return STRINGS[locale.slice(0, 2)] ?? STRINGS.en;
}

// A command's or an option's own name or description (`field`), as Discord shows it to a reader of `locale`.
export function localized(owner, field, locale) {
  return owner[`${field}_localizations`]?.[locale] ?? owner[field];
}
