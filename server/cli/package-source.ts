/**
 * What CI files that are begun here hand to npm when nobody says where this program comes from. It is undefined as long as
 * the program is published under no name that is ours: whoever registered the name first could run anything in that CI.
 */
export const PUBLISHED: string | undefined = undefined;

/**
 * Whether npm is told a place and a state of it, rather than a name in its registry: a commit or tag of a repository, an
 * address of a packed file, or the path of one.
 */
export function isPlace(source: string): boolean {
  return (
    /^(?:git\+|git:|ssh:|github:|gitlab:|bitbucket:)[^\s"'`$\\]+#[^\s"'`$\\]+$/.test(source) ||
    /^(?:https:|file:|\.{0,2}\/)[^\s"'`$\\]+\.(?:tgz|tar\.gz)$/.test(source)
  );
}
