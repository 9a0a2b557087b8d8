/** The one encoder of jsbarcode that we use, without the drawing around it. */
declare module 'jsbarcode/bin/barcodes/CODE128/CODE128C' {
  export default class CODE128C {
    constructor(digits: string, options: Record<string, never>)
    /** `1` is a bar, `0` a space, one character per module. */
    encode(): { readonly data: string }
  }
}
