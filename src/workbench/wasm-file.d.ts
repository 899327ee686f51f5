/** A WebAssembly module imported by the bundle: the file as a `data:` address. */
declare module '*.wasm' {
  const address: string;
  export default address;
}
