# What Kembar says around its passages. It never answers in words of its own.

## An answer

unsure = Perhaps no answer; these passages are nearest:
nothing-found = Our sources hold no answer to this.
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
question-cut = Only the first { $characters } characters of your question were read.
question = Question
question-before = Asked before
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
date-of-day = { $month } { $day }, { $year }
date-of-month = { $month } { $year }
date-of-year = { $year }

## No question

nothing-asked = There is no question in that.
greeting = Hello! What would you like to know about Ambon and Hamamatsu?
thanks = You are welcome.
identity = I am Kembar. I look up passages about Ambon and Hamamatsu and show you where they stand; I write nothing myself.
no-such-passage = This document has no paragraph of that number.

## On Discord

help-mention = Mention me with your question, or use /ask. I answer from published sources, each with its link.
help-role = If I cannot read your question, mention me, not my role.
failed = That did not work, and it is not your fault. Please ask again.
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
remove-refused = Only who asked, or who may manage messages here, can remove this answer.
unknown-control = I do not know this button any more. Please ask again.
question-gone = I can no longer read the question in this message. Please ask again.
passage-gone = Our sources no longer hold this passage. Please ask again.
cannot-write = I may not write in the channel where you asked, so here is my answer.

## Commands: names in lower case, descriptions up to 100 characters

ask-name = ask
ask-description = Ask about Ambon and Hamamatsu
ask-question-name = question
ask-question-description = What would you like to know?
ask-private-name = private
ask-private-description = Show the answer to you alone

## At the terminal

chat-help = Ask in Indonesian, English or Japanese. /help shows this, /quit or Ctrl-D ends the conversation, the arrow keys bring back what you asked.
