//! Builds anew when a corpus file changes: what is embedded is no source file that cargo would watch.

fn main() {
    println!("cargo::rerun-if-changed=corpus");
}
