import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { grayOf } from '../../pages/contrast.ts';
import type { Image, Laid } from '../../pages/laid.ts';
import type { Colour } from '../../pages/page.ts';
import { base64 } from '../../pages/pictures/base64.ts';
import { colourPixels } from '../../pages/pictures/colour-pixels.ts';
import { compressRows } from '../../pages/pictures/compress-rows.ts';
import { greySamples } from '../../pages/pictures/grey-samples.ts';
import { refuseBroken } from '../../pages/pictures/picture-refusals.ts';
import { recolour } from '../../pages/recolour.ts';
import type { InkMixer } from './ink-mixer.ts';

/** What colours are turned into: greys of the same lightness, or four inks as a press mixes them. */
type Inks = 'grey' | InkMixer;

/**
 * Gives pages whose colours are all gray, or all inks. Gray is black ink alone, and so is text that is nearly black or
 * gray: letters in several inks are never printed exactly on top of one another. Reports pictures that turn out to be
 * damaged.
 */
export async function inInks(laid: Laid, inks: Inks, report: Report): Promise<Laid> {
  const colours = new Map<string, Colour>();
  const convert = (colour: Colour, ofText: boolean): Colour => {
    const key = `${colour} ${ofText}`;
    const known = colours.get(key);
    if (known !== undefined) return known;
    const made = inks === 'grey' ? grayOf(colour) : inksOf(colour, ofText, inks);
    colours.set(key, made);
    return made;
  };
  const images: Image[] = [];
  for (const image of laid.images) images.push(await convertImage(image, inks, report));
  return {
    ...laid,
    images,
    pages: laid.pages.map((page) => ({ ...page, marks: recolour(page.marks, convert) })),
  };
}

/** A colour with more black than this, or with more of each of the other three inks, is nearly black or gray. */
const NEARLY_BLACK = 0.5;

function inksOf(colour: Colour, ofText: boolean, mix: InkMixer): Colour {
  if (typeof colour === 'number') return blackInk(colour);
  if (colour.length === 4) return colour;
  if (colour.every((part) => part === colour[0])) return blackInk(colour[0]);
  const mixed = mix(Uint8Array.from(colour, (part) => Math.round(part * 255)));
  const [cyan, magenta, yellow, black] = [...mixed].map((ink) => Math.round((ink / 255) * 1000) / 1000) as [
    number,
    number,
    number,
    number,
  ];
  const nearlyBlack = black > NEARLY_BLACK || Math.min(cyan, magenta, yellow) > NEARLY_BLACK;
  return ofText && nearlyBlack ? blackInk(grayOf(colour)) : [cyan, magenta, yellow, black];
}

const blackInk = (gray: number): Colour => [0, 0, 0, Math.round((1 - gray) * 1000) / 1000];

/** Gives a picture in gray or in inks. A picture without colour stays as it is: gray is black ink. */
async function convertImage(image: Image, inks: Inks, report: Report): Promise<Image> {
  const pixels = await colourPixels(image);
  if (pixels === undefined) return image;
  if (typeof pixels === 'string') {
    refuseBroken(pixels, wholeFile(image.name), report);
    return image;
  }
  const { width, height, rgb } = pixels;
  const channels = inks === 'grey' ? 1 : 4;
  const samples = inks === 'grey' ? greySamples(rgb) : inks(rgb);
  const data = base64(compressRows(samples, width * channels));
  return { name: image.name, format: 'samples', data, width, height, channels };
}
