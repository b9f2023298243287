/** Operation name to the actions that authorise it, separated by blanks; without prefix those of the same service. */
export type OperationTable = Readonly<Record<string, string>>;
