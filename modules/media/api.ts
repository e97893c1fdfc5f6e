/** What other modules may ask of media. */
export { imageId, type ImageId } from './ids.ts'
export { useImage } from './images.ts'
