//! The words of annexes, of pictures that cannot be shown, and of page set-ups.

texts! {
    picture_missing { "图片打不开", "the picture cannot be read" }
    picture_too_large { "图片太大", "the picture is too large" }
    picture_foreign { "不是 PNG 或 JPEG 图片", "neither a PNG nor a JPEG" }
    picture_broken { "图片已损坏", "the picture is broken" }
}
