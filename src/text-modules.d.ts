/** A narrative's wording (.liquid) is imported as plain text: by esbuild, webpack and vitest alike. */
declare module '*.liquid' {
  const text: string;
  // Bundlers give a text file exactly one export, the default one; our own modules have none.
  export default text;
}
