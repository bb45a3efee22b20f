# 引用のまわりで Kembar が述べる言葉。答えそのものはつねに資料の文です。

## An answer

unsure = 答えではないかもしれませんが、最も近い記述はこちらです。
nothing-found = 手元の資料には答えがありません。
looked-for = 検索した言葉：{ $words }
did-you-mean = 「{ $typed }」ではなく「{ $known }」のことですか。
covered = 資料にあるもの：
try-asking = たとえば、こう質問できます：
paragraph = 第{ $number }段落
in-other-language = { $language ->
    [id] インドネシア語
    [en] 英語
   *[ja] 日本語
}
question-cut = ご質問は最初の{ $characters }文字だけを読みました。
question = 質問
question-before = 前の質問
paragraph-marked = ▸ 第{ $number }段落（見つかった記述）

## Dates

month = { $number ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}
date-of-day = { $year }年{ $month }{ $day }日
date-of-month = { $year }年{ $month }
date-of-year = { $year }年

## No question

nothing-asked = 質問が見当たりません。
greeting = こんにちは。アンボンと浜松について、何をお調べしましょうか。
thanks = どういたしまして。
identity = Kembarです。アンボンと浜松についての資料の文を、出典とともにお見せします。自分では文章を書きません。
no-such-passage = この資料に、その番号の段落はありません。

## On Discord

help-mention = 私へのメンションに質問を添えるか、/質問 をお使いください。公開された資料から、リンクを付けてお答えします。
help-role = 質問が読めないときは、ロールではなく私をメンションしてください。
failed = 申し訳ありません。こちらの不具合でお答えできませんでした。もう一度お試しください。
unknown-command = このコマンドには対応していません。Discordを再読み込みしてから、もう一度お試しください。

## Controls around an answer: labels as short as a phone's buttons

control-more = 次へ
control-back = 前へ
control-context = 前後の段落
control-source = 出典
control-language = 日本語
control-share = 共有
control-remove = 削除
control-not-helpful = 役に立たない
noted = ありがとうございます。記録しました。
noted-before = ありがとうございます。この答えについては、すでにお知らせいただいています。
shared-before = この答えはすでに共有されています。
remove-refused = この答えを削除できるのは、質問した方と、ここでメッセージを管理できる方だけです。
unknown-control = このボタンには対応していません。お手数ですが、もう一度質問してください。
question-gone = このメッセージの質問が読み取れなくなりました。お手数ですが、もう一度質問してください。
passage-gone = この記述は手元の資料からなくなりました。お手数ですが、もう一度質問してください。
cannot-write = ご質問のあったチャンネルには書き込めないため、こちらでお答えします。

## Commands: names in lower case, descriptions up to 100 characters

ask-name = 質問
ask-description = アンボンと浜松について質問します
ask-question-name = 内容
ask-question-description = 何をお知りになりたいですか
ask-private-name = 自分だけ
ask-private-description = 自分だけに答えを表示します

## At the terminal

chat-help = インドネシア語、英語、日本語で質問できます。/help でこの説明を表示し、/quit か Ctrl-D で終了します。矢印キーで前の質問を呼び出せます。
