// The part of Mocha that this suite uses; it brings no types of its own.

declare module 'mocha/mocha.js';

declare const Mocha: {
  readonly prototype: { run(done: (failures: number) => void): void };
  readonly reporters: { readonly Base: { consoleLog: (format?: string, ...values: unknown[]) => void } };
};

declare const mocha: {
  setup(options: { ui: 'bdd'; reporter: string; timeout: number }): void;
};

interface TestContext {
  skip(): never;
}

declare function describe(name: string, body: () => void): void;
declare function it(name: string, body: (this: TestContext) => void | Promise<void>): void;
declare function afterEach(body: () => void | Promise<void>): void;
