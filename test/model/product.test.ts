import { describe, expect, it } from "vitest";
import { flowOf } from "../../server/model/flow.ts";
import { BREACH } from "../../server/model/monitor.ts";
import { arraysOf } from "../../server/model/point-arrays.ts";
import { Product } from "../../server/model/product.ts";
import { Project } from "../../server/model/project.ts";
import { supergraphOf } from "../../server/model/supergraph.ts";
import { Ways } from "../../server/model/ways.ts";

/** Counts what is asked of a monitor with so many states, each of which leads to the next, and the last one to a breach. */
function askedOf(states: number): number {
  let asked = 0;
  const after = (state: number) => {
    asked++;
    return state === states - 1 ? BREACH : state + 1;
  };
  const project = new Project();
  const turns = "客服: 好的。\n".repeat(100);
  const text = `## 甲\n=> 乙\n${turns}- 能 -> 丙\n- 不能\n-> 结束\n## 乙\n${turns}## 丙\n${turns}`;
  const arrays = arraysOf(supergraphOf(flowOf(project, project.set("memory:/a", text))));
  const ways = new Ways(new Product(arrays, { states, after }));
  expect(ways.from(arrays.roots, 0, true)).toBeDefined();
  return asked;
}

describe("the search for a breach", () => {
  it("asks twice as much of a monitor with twice the states, not four times", () => {
    const [few, many] = [askedOf(40), askedOf(80)];
    expect(many / few).toBeLessThan(2.3);
  });
});
