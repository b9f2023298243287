/** Where a rule is explained, before its id. */
export const RULE_PAGES = 'https://github.com/leastwise/leastwise/blob/main/docs/rules/';

/** Where configuration files are explained. */
export const CONFIGURATION_PAGE = 'https://github.com/leastwise/leastwise/blob/main/docs/configuration.md';
