import { ARNS } from './kinds/arns.mjs';
import { FIT } from './kinds/fit.mjs';
import { JSON_DAMAGE } from './kinds/json.mjs';
import { JSON_TYPES } from './kinds/json-types.mjs';
import { LETTER_CASE } from './kinds/letter-case.mjs';
import { NAMES } from './kinds/names.mjs';
import { STRUCTURE } from './kinds/structure.mjs';
import { VALUES } from './kinds/values.mjs';
import { VARIABLES } from './kinds/variables.mjs';

/**
 * Every way in which a good policy is damaged. `places` lists where that is possible, `damage` does it at one place:
 * the damaged text and where a finding has to lie, `STILL_VALID`, or undefined where nothing comes of it.
 */
export const KINDS = [
  ...NAMES,
  ...LETTER_CASE,
  ...JSON_DAMAGE,
  ...STRUCTURE,
  ...JSON_TYPES,
  ...ARNS,
  ...FIT,
  ...VALUES,
  ...VARIABLES,
];
