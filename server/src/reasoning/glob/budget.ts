/** Yes, no, or not decided: it depends on the value of a variable, or would take too long to find out. */
export type Answer = boolean | 'unknown';

/** How much work is left. Mutable, so that questions that belong together can share one. */
export interface Budget {
  steps: number;
}

/** Far more than the policies of this world need, and well below a tenth of a second. */
export const DEFAULT_STEPS = 400_000;

export function newBudget(steps = DEFAULT_STEPS): Budget {
  return { steps };
}

/** Pay for work, before it is done and inside every loop. Ends the enclosing `withinBudget` if too little is left. */
export function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new OverBudget();
}

/** The answer of `work`, or `unknown` if it spends more than there is. */
export function withinBudget(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof OverBudget) return 'unknown';
    throw error;
  }
}

class OverBudget extends Error {}
