import type { CallFlow, FlowFinding, Span } from "../../server/protocol.ts";

/** The smallest node whose text contains the offset: a branch body lies inside its step. */
export function nodeAt({ nodes }: CallFlow, offset: number): string | undefined {
  return smallest(
    nodes.flatMap((node) => (node.kind === "end" ? [] : [node])),
    offset,
  )?.id;
}

/** The branch or jump in whose words the offset is. */
export function edgeAt({ edges }: CallFlow, offset: number): string | undefined {
  return smallest(
    edges.flatMap(({ id, span }) => (span === undefined ? [] : [{ id, span }])),
    offset,
  )?.id;
}

/** The finding whose words the offset is in; one that has a path first, since a path is what the picture can show. */
export function findingAt({ findings }: CallFlow, offset: number): FlowFinding | undefined {
  return (
    smallest(
      findings.filter(({ path }) => path.length > 0),
      offset,
    ) ?? smallest(findings, offset)
  );
}

function smallest<Part extends { readonly span: Span }>(parts: readonly Part[], offset: number): Part | undefined {
  let best: Part | undefined;
  for (const part of parts) {
    if (offset < part.span.start || offset > part.span.end) continue;
    if (best === undefined || lengthOf(part) < lengthOf(best)) best = part;
  }
  return best;
}

function lengthOf({ span }: { readonly span: Span }): number {
  return span.end - span.start;
}
