/** The part of qrcode that pages use; the package has no types of its own. */
declare module 'qrcode' {
  interface Modules {
    readonly size: number
    get(row: number, column: number): number
  }
  export function create(text: string, options: { errorCorrectionLevel: 'L' | 'M' }): { modules: Modules }
}
