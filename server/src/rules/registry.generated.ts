// Generated from the files of this folder by `npm run generate`.
import { unknownAction } from './action/unknown-action.ts';
import { missingEffect } from './statement/missing-effect.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  unknownAction,
  missingEffect,
];
