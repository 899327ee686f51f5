/** LiquidJS's browser build: the one without Node's file system, for the pure core; it is the same program with the same types. */
declare module 'liquidjs/dist/liquid.browser.mjs' {
  export * from 'liquidjs';
}
