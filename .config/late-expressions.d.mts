export function withLateExpressions(code: string): string;
