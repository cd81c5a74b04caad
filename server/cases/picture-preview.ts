// A small picture of a large one: turned upright, without the camera's notes, in a format that is ours.
import { mostPixels } from './file-inspection.ts'
import { pictureLibrary } from './picture-library.ts'

/** Longest side of a preview. */
const longestSide = 1_600

/** WebP of at most 1600 × 1600, or null when the picture cannot be decoded. Nothing of the file but its pixels is in it. */
export async function picturePreview(path: string): Promise<Buffer | null> {
  const sharp = await pictureLibrary()
  try {
    return await sharp(path, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error', autoOrient: true })
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78, effort: 3 })
      .timeout({ seconds: 30 })
      .toBuffer()
  } catch {
    return null
  }
}
