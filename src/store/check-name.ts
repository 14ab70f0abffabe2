/** The name, if it is one of a file below the store and nowhere else. What makes names here makes sound ones: another is a defect. */
export function checkName(name: string): string {
  const parts = name.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..") || /[\\\0]/.test(name))
    throw new Error(`"${name}" is no name of a file in a store.`);
  return name;
}
