/** Cases that a browser prints otherwise, each with the reason. A case that is not here must agree; one that is must not. */
export const exceptions: Readonly<Record<string, string>> = {};
