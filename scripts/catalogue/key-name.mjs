/**
 * A condition key with its placeholder spelled `${…}`. The sources also write `<key>`, `/tag-key` and a bare
 * trailing slash for the key of a tag.
 */
export function canonicalKeyName(name) {
  return name.replace(/\/(<key>|tag-key)?$/, `/${TAG_KEY}`);
}

const TAG_KEY = '${TagKey}';
