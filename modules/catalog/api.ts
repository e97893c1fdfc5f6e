/** What other modules may ask of the catalogue. The contracts stand with the verbs. */
export { errors as catalogErrors } from './errors.ts'
export { packChanged, packSoldOut } from './events.ts'
export { packId, type PackId } from './ids.ts'
export {
  availabilityOf,
  changePack,
  createPack,
  getPack,
  packTerms,
  returnStock,
  setPackStatus,
  setStock,
  takeStock,
  type NewPack,
  type Pack,
  type PackInput,
} from './packs.ts'
export { textIn, type Category, type PackStatus, type PackTerms, type Text } from './rules.ts'
