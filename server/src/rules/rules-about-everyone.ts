/** They say that no condition limits who calls; what is wrong with one that was meant to is said better at that condition. */
export const RULES_ABOUT_EVERYONE: readonly string[] = ['public-principal', 'trust-any-aws-principal'];
