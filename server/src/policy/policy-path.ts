/** Files that are policies by their name, whatever they contain: `*.iam.json`, `*.iampolicy`, `iam-policies/*.json`. */
export function isPolicyPath(path: string): boolean {
  return /\.iam\.json$|\.iampolicy$|(^|[\\/])iam-policies[\\/][^\\/]*\.json$/i.test(path);
}
