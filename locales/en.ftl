# What Kembar says around its passages. It never answers in words of its own.

## An answer

unsure = This may not be the answer, but it comes closest:
sources-differ = Our sources give more than one answer to this:
nothing-found = Sorry, our sources have no answer to this.
not-answered = No sure answer to: { $question }
nothing-more = That is all our sources have on this.
looked-for = Looked for: { $words }
did-you-mean = Did you mean “{ $known }”, not “{ $typed }”?
covered = What our sources do cover:
try-asking = You could ask:
paragraph = paragraph { $number }
in-other-language = in { $language ->
    [id] Indonesian
    [ja] Japanese
   *[en] English
}
question-cut = Your question is longer than { $characters } characters; only part of it was read.
question = Question
question-before = Following on from
paragraph-marked = ▸ paragraph { $number } (the passage found)

## Dates

month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-of-day = { $day } { $month } { $year }
date-of-month = { $month } { $year }
date-of-year = { $year }

## No question

nothing-asked = I could not find a question there.
topic = What would you like to know about “{ $words }”?
greeting = Hello! What would you like to know about Ambon and Hamamatsu?
thanks = You're welcome.
complaint = Sorry about that. Please try asking in other words.
understood = Just ask if you would like to know more.
farewell = Goodbye!
identity = I am Kembar. Ask me in Indonesian, English or Japanese: I look up passages about Ambon and Hamamatsu and show them with their sources; I write nothing myself.
no-such-passage = This document has no paragraph with that number.

## On Discord

help-mention = Mention me with your question, or use { $ask }. I answer from published sources, each with its link.
help-role = If I cannot read your question, mention me, not my role.
failed = Sorry, something went wrong on my side. Please ask again.
too-often = One at a time, please. You can ask again in a few seconds.
unknown-command = I do not know this command. Please reload Discord and try again.

## Controls around an answer: labels as short as a phone's buttons

control-more = More
control-back = Back
control-context = Context
control-source = Source
control-language = English
control-share = Share
control-remove = Remove
control-not-helpful = Not helpful
noted = Thank you, that has been noted.
noted-before = Thank you, you have told us about this answer already.
shared-before = This answer has been shared already.
remove-refused = Only the person who asked, or a moderator, can remove this answer.
unknown-control = I do not know this button any more. Please ask again.
question-gone = I can no longer read the question in this message. Please ask again.
passage-gone = Our sources no longer hold this passage. Please ask again.
cannot-write = I am not allowed to write in the channel where you asked, so here is my answer.

## Commands: names in lower case, descriptions up to 100 characters

ask-name = ask
ask-description = Ask about Ambon and Hamamatsu
ask-question-name = question
ask-question-description = What would you like to know?
ask-private-name = private
ask-private-description = Show the answer only to you

## Commands: sources, passages, the timeline

page-before = Previous
page-after = Next
page-of = page { $page } of { $pages }
post = Share in channel
open-source = Source
whole-document = Whole document
paragraphs = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}

find-name = Find sources
find-heading = Passages related to this message
find-note = This is what the sources say; whether the message is right is for you to judge.
find-nothing = Our sources have nothing on this message. You can ask about it with { $ask }, or see all documents with { $sources }.
find-no-text = This message has no text that sources could be found for.

sources-name = sources
sources-description = The documents that answers come from
sources-heading = Sources ({ $count })
sources-open = Open a document

passage-name = passage
passage-description = Look up a passage by its document and paragraph
passage-document-name = document
passage-document-description = A document, or a passage's name as shown in an answer
passage-number-name = number
passage-number-description = The paragraph's number, from 1
passage-unknown = There is no such passage. Please pick a document from the list as you type, or see them all with { $sources }.

timeline-name = timeline
timeline-description = What happened when, from the sources
timeline-about-name = about
timeline-about-description = Only what mentions this, for example Vlissingen
timeline-year-name = year
timeline-year-description = Only this year
timeline-private-name = private
timeline-private-description = Show it only to you (default: yes)
timeline-heading = Timeline
timeline-nothing = Our sources give no date for “{ $words }”. Please try another word or year, or { $timeline } on its own for all dates.

## Commands: help, about, privacy

help-name = help
help-description = What Kembar can do, and questions to try
help-heading = How to ask Kembar
help-text = Kembar answers questions about Ambon and Hamamatsu with passages from published sources.
    - **{ $ask }**, or mention me with your question; in direct messages just write. I also read Indonesian and Japanese.
    - **Reply** to an answer to go on from it: *and when?*, *tell me more*
    - **Find sources**: press and hold a message (or right-click it), then *Apps*.
    - **{ $sources }** lists the documents, **{ $passage }** looks up a citation.
    - **{ $timeline }** shows what happened when.
    - **{ $about }**, **{ $privacy }**, and **{ $doctor }** for server managers.

about-name = about
about-description = Version, documents and languages
about-heading = About Kembar
about-text = Kembar { $version } looks up passages about Ambon and Hamamatsu and shows them with their sources. It writes nothing itself.
    { $documents } documents, { $passages } passages (corpus `{ $corpus }`).
passages-by-language = Passages: Indonesian { $id }, English { $en }, Japanese { $ja }.
about-source = Source code: { $url }

privacy-name = privacy
privacy-description = What is kept, and for how long
privacy-heading = Privacy
privacy-text = Your question stands in its answer, here on Discord, until that is deleted. Beside that, neither its text nor who asked is logged or written to a file.
    - In memory alone, and gone at a restart: your ID and when you last asked or clicked, so that nobody asks too much; for ten minutes, which answer belongs to which message; for a day, as a hash, who pressed *{ control-not-helpful }* and what was shared.
    - What is logged: that a question was answered, in which language, from which passage, on which server; that *{ control-not-helpful }* was pressed; that I lack a permission, and in which channel.
    - { $gaps }
    - I do not read messages that are not meant for me.
    - To have an answer removed, press *Remove* under it, or ask a moderator.
privacy-gaps-off = The list of gaps is off: questions without an answer are not kept either.
privacy-gaps-on = The list of gaps is on, to extend the sources: of a question that found nothing or was called not helpful, its key words, its language and the day are kept for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, without who asked or where.

## Commands: doctor

doctor-name = doctor
doctor-description = Why is Kembar silent? For server managers
doctor-heading = Kembar's status here
doctor-permissions-fine = **Permissions in this channel**: all granted.
doctor-permissions-missing = **Permissions in this channel**: something is missing. Please grant it to Kembar's role in the channel's settings.
permission-granted = { $name }: granted
permission-missing = **{ $name }: missing**
permission-view = View Channel
permission-send = Send Messages
permission-send-in-threads = Send Messages in Threads
permission-embed = Embed Links
permission-attach = Attach Files
permission-history = Read Message History
doctor-intents = **Intents**: guilds, guild messages, direct messages. None is privileged; without a mention, a message's text does not reach me.
doctor-corpus = **Corpus** `{ $corpus }`, newest source: { $newest }.
doctor-shards = **Shards**, counted from 0: this server is on { $shard } of { $shards }, this process holds { $held }.
doctor-figures = **Since the start**: answered { $answered }, without an answer { $unanswered }, reconnects { $reconnects }. Time to find an answer: half within { $median } ms, 95% within { $slow } ms.

## At the terminal

chat-help = Ask in Indonesian, English or Japanese; “and when?” goes on from the last answer. /help shows this, exit or Ctrl-D ends the conversation, the arrow keys bring back what you asked.
