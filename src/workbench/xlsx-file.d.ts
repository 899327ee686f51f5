/** A workbook imported by the bundle: the file as a `data:` address. */
declare module '*.xlsx' {
  const address: string;
  export default address;
}
