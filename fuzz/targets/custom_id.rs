//! Any text as a control's `custom_id`: refused, or read as what is written back within its limit.
#![no_main]

use kembar::discord::custom_id::CustomId;
use kembar::discord::limits;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(custom_id) = text.parse::<CustomId>() {
        let written = custom_id.to_string();
        assert!(written.chars().count() <= limits::CUSTOM_ID);
        assert_eq!(written.parse::<CustomId>(), Ok(custom_id));
    }
});
