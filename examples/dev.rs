fn main() {
    let args: Vec<String> = std::env::args().collect();
    for set in args[1].split(',') {
        let dir = format!("../shared/retrieval/{set}");
        print!("{set}: ");
        kembar::terminal::evaluate::run(format!("{dir}/paragraphs.jsonl").as_ref(), format!("{dir}/questions.jsonl").as_ref(), args.get(2).and_then(|h| h.parse().ok()));
    }
}
