# 引用のまわりで Kembar が述べる言葉。答えそのものはつねに資料の文です。

## An answer

unsure = 答えではないかもしれませんが、最も近い記述はこちらです。
sources-differ = 資料によって答えが異なります。
nothing-found = 申し訳ありません。手元の資料には答えがありません。
not-answered = 確かな答えが見つからなかったご質問：{ $question }
nothing-more = この件について資料にあるのは、以上です。
looked-for = 検索した言葉：{ $words }
did-you-mean = 「{ $typed }」ではなく「{ $known }」のことですか。
covered = 資料にある内容：
try-asking = たとえば、次のように質問できます：
paragraph = 第{ $number }段落
in-other-language = { $language ->
    [id] インドネシア語
    [en] 英語
   *[ja] 日本語
}
question-cut = ご質問が{ $characters }文字を超えているため、一部だけを読みました。
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

nothing-asked = ご質問を読み取れませんでした。
topic = 「{ $words }」について、何をお調べしましょうか。
greeting = こんにちは。アンボンと浜松について、何をお調べしましょうか。
thanks = どういたしまして。
complaint = 申し訳ありません。別の言葉でもう一度お尋ねください。
understood = ほかにも知りたいことがあれば、どうぞ。
farewell = またいつでもどうぞ。
identity = Kembarです。日本語・英語・インドネシア語でお尋ねください。アンボンと浜松についての資料の文を、出典とともにお見せします。自分では文章を書きません。
no-such-passage = この資料に、その番号の段落はありません。

## On Discord

help-mention = 私へのメンションに質問を添えるか、{ $ask } をお使いください。公開された資料から、リンクを付けてお答えします。
help-role = 質問が読めないときは、ロールではなく私をメンションしてください。
failed = 申し訳ありません。こちらの不具合でお答えできませんでした。もう一度お試しください。
too-often = 恐れ入りますが、一つずつお願いします。数秒おいてからもう一度お試しください。
unknown-command = このコマンドには対応していません。Discordを再読み込みしてから、もう一度お試しください。

## Controls around an answer: labels as short as a phone's buttons

control-more = 次へ
control-back = 前へ
control-context = 前後の段落
control-source = 出典
control-language = 日本語
control-share = 共有
control-remove = 削除
control-not-helpful = 役に立たなかった
noted = ありがとうございます。記録しました。
noted-before = ありがとうございます。この答えについては、すでにお知らせいただいています。
shared-before = この答えはすでに共有されています。
remove-refused = この答えを削除できるのは、質問した方とモデレーターだけです。
unknown-control = このボタンには対応していません。お手数ですが、もう一度質問してください。
question-gone = このメッセージの質問が読み取れなくなりました。お手数ですが、もう一度質問してください。
passage-gone = この記述は手元の資料からなくなりました。お手数ですが、もう一度質問してください。
cannot-write = ご質問のあったチャンネルには書き込めないため、こちらでお答えします。

## Commands: names in lower case, descriptions up to 100 characters

ask-name = 質問
ask-description = アンボンと浜松について質問します
ask-question-name = 内容
ask-question-description = 知りたいことをお書きください
ask-private-name = 自分だけ
ask-private-description = 自分だけに答えを表示します

## Commands: sources, passages, the timeline

page-before = 前へ
page-after = 次へ
page-of = { $page }／{ $pages }ページ
post = チャンネルに共有
open-source = 出典
whole-document = 資料の全文
paragraphs = 全{ $count }段落

find-name = 出典を探す
find-heading = このメッセージに関わる記述
find-note = 正しいかどうかのご判断はお任せします。資料には次のようにあります。
find-nothing = このメッセージに関わる記述は、手元の資料にありません。{ $ask } でお尋ねになるか、{ $sources } で内容をご覧ください。
find-no-text = このメッセージには、出典を探せる文章がありません。

sources-name = 資料
sources-description = 答えのもとになる資料の一覧です
sources-heading = 資料（{ $count }件）
sources-open = 資料を開く

passage-name = 引用
passage-description = 資料と段落を指定して、記述を表示します
passage-document-name = 資料
passage-document-description = 資料、または答えに記された引用の名前
passage-number-name = 番号
passage-number-description = 段落の番号（1から）
passage-unknown = その記述は見つかりません。入力中に表示される資料からお選びいただくか、{ $sources } で一覧をご覧ください。

timeline-name = 年表
timeline-description = いつ何があったかを、資料から示します
timeline-about-name = 言葉
timeline-about-description = この言葉を含むものだけ（例：フリシンゲン）
timeline-year-name = 年
timeline-year-description = この年だけ
timeline-private-name = 自分だけ
timeline-private-description = 自分だけに表示します（既定：はい）
timeline-heading = 年表
timeline-nothing = 「{ $words }」の日付は資料にありません。別の言葉や年をお試しになるか、{ $timeline } だけで全体をご覧ください。

## Commands: help, about, privacy

help-name = ヘルプ
help-description = Kembarにできることと、質問の例です
help-heading = Kembarの使い方
help-text = アンボンと浜松についてのご質問に、公開された資料の記述でお答えします。
    - **{ $ask }**、または私へのメンションに質問を添えてください。ダイレクトメッセージではそのままお書きください。インドネシア語と英語も読めます。
    - 答えに**返信**すると、続けて質問できます：「それはいつ？」「もっと教えて」
    - **出典を探す**：メッセージを長押し（または右クリック）し、「アプリ」から選びます。
    - **{ $sources }** は資料の一覧を、**{ $passage }** は段落を指定して本文を表示します。
    - **{ $timeline }** は、いつ何があったかを示します。
    - **{ $about }**、**{ $privacy }**、サーバー管理者向けの **{ $doctor }** もあります。

about-name = 概要
about-description = バージョン、資料、言語について
about-heading = Kembarについて
about-text = Kembar { $version } は、アンボンと浜松についての記述を、出典とともにお見せします。自分では文章を書きません。
    資料{ $documents }件、記述{ $passages }件（コーパス `{ $corpus }`）。
passages-by-language = 記述の数：インドネシア語{ $id }、英語{ $en }、日本語{ $ja }。
about-source = ソースコード：{ $url }

privacy-name = プライバシー
privacy-description = 何を、どのくらいの期間保存するか
privacy-heading = プライバシー
privacy-text = ご質問は、答えが削除されるまで、Discord上のその答えの中に残ります。そのほかには、ご質問の文も、どなたの質問かも、ログやファイルに残しません。
    - メモリにだけ置き、再起動すると消えるものがあります。ご質問が多すぎるときにお待ちいただくための、あなたのIDと、最後に質問やクリックをされた時刻。10分間、どの答えがどのメッセージへのものか。1日間、ハッシュ値として、「{ control-not-helpful }」を押した方と、共有されたもの。
    - 記録するのは、質問に答えたこと、その言語、答えた記述、サーバー、「{ control-not-helpful }」が押されたこと、足りない権限とそのチャンネルだけです。
    - { $gaps }
    - 私に宛てていないメッセージは読みません。
    - 答えを消すには、下の「削除」を押すか、モデレーターにご依頼ください。
privacy-gaps-off = 「未回答の一覧」は無効です。答えのなかった質問も残しません。
privacy-gaps-on = 資料を増やすため、「未回答の一覧」が有効です。答えのなかった質問と、役に立たなかったとされた質問について、主な語、言語、日付だけを{ $days }日間残します。どなたのものか、どこでの質問かは残しません。

## Commands: doctor

doctor-name = 診断
doctor-description = Kembarが黙っているときに（サーバー管理者向け）
doctor-heading = Kembarの状態
doctor-permissions-fine = **このチャンネルでの権限**：そろっています。
doctor-permissions-missing = **このチャンネルでの権限**：足りないものがあります。チャンネルの設定で、Kembarのロールに許可してください。
permission-granted = { $name }：あり
permission-missing = **{ $name }：なし**
permission-view = チャンネルを見る
permission-send = メッセージを送信
permission-send-in-threads = スレッドでメッセージを送信
permission-embed = 埋め込みリンク
permission-attach = ファイルを添付
permission-history = メッセージ履歴を読む
doctor-intents = **インテント**：サーバー、サーバーのメッセージ、ダイレクトメッセージ。特権インテントは使いません。メンションのないメッセージの本文は届きません。
doctor-corpus = **コーパス** `{ $corpus }`、最新の資料：{ $newest }。
doctor-shards = **シャード**（0から数えます）：このサーバーは全{ $shards }個のうち{ $shard }番、このプロセスの担当は{ $held }番です。
doctor-figures = **起動してから**：回答{ $answered }、回答なし{ $unanswered }、再接続{ $reconnects }。答えを見つけるまでの時間：半数が{ $median }ミリ秒以内、95％が{ $slow }ミリ秒以内。

## At the terminal

chat-help = インドネシア語、英語、日本語で質問できます。「それはいつ？」のように続けて聞くこともできます。/help でこの説明を表示し、「終了」か Ctrl-D で終わります。矢印キーで前の質問を呼び出せます。
