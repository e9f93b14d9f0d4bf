/** Descriptions of pictures that describe nothing: the name of a file, or “image 3”. */
const SAYS_NOTHING =
  /^(image|picture|figure|photo|graphic|img|untitled)?[\s\d_-]*(\.\w{2,4})?$|^\S+\.(png|jpe?g|svg|gif|tiff?|webp)$/i;

/** Whether a description of a picture says nothing about it. */
export const describesNothing = (description: string): boolean => SAYS_NOTHING.test(description.trim());
