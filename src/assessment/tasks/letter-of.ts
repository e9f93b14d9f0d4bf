/** The letter of an option by its place. */
export const letterOf = (place: number) => String.fromCharCode(65 + place);
