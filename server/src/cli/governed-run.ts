import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Complain, type ConfigOptions, type Configs, configs } from './configs.ts';
import { type PolicyServices, policyServices } from './policy-services.ts';
import type { Terminal } from './program.ts';

/** What a command has that reads files as their configurations say. */
export interface GovernedRun {
  readonly complain: Complain;
  /** Whether an error was complained about. */
  isBroken(): boolean;
  readonly configurations: Configs;
  readonly services: PolicyServices;
}

/** Configurations are read when a file asks for them; what is wrong in them is complained about. */
export function governedRun(
  options: ConfigOptions,
  { terminal, catalogue }: { readonly terminal: Terminal; readonly catalogue: Catalogue },
): GovernedRun {
  let isBroken = false;
  const complain: Complain = (message, severity = 'error') => {
    isBroken ||= severity === 'error';
    terminal.stderr.write(`${message}\n`);
  };
  const today = new Date().toISOString().slice(0, 10);
  return {
    complain,
    isBroken: () => isBroken,
    configurations: configs(options, today, complain),
    services: policyServices({ catalogue, today, complain }),
  };
}
