// Writes calls for `service-script filter`, a JSON value a line: node test/bench/calls.mjs 200000 > calls.jsonl
// The same number gives the same calls: half of them Chinese, half English, one in five with something to find.
import { once } from "node:events";

const count = Number(process.argv[2] ?? 200_000);
if (!Number.isInteger(count) || count < 0) {
  process.stderr.write("node test/bench/calls.mjs COUNT > calls.jsonl\n");
  process.exit(2);
}
process.stdout.on("error", () => process.exit(0));

const LANGUAGES = [
  {
    speakers: ["客户", "客服"],
    opening: ["您好，这里是报修台，请讲。", "您好，很高兴为您服务，请讲。"],
    problem: ["我的手机一接电话就断线，订单号", "上周买的电饭锅坏了，单号", "我想问一下账单，账号"],
    answer: ["给您添麻烦了，非常抱歉。我记下了，编号", "我马上为您查询，请您稍等两分钟，编号"],
    offence: ["这个我不清楚。", "这事不归我管。", "你怎么不早说？"],
    closing: ["我会在今天下午五点前给您回电，您看可以吗？", "谢谢您打来电话，祝您今天顺心。"],
  },
  {
    speakers: ["customer", "agent"],
    opening: ["Good morning, how can I help you?", "Hello, you are through to the service desk."],
    problem: [
      "My calls keep dropping, order ",
      "The kettle I bought last week is broken, order ",
      "About my bill, account ",
    ],
    answer: ["I am sorry for the trouble. I have noted it as ", "Let me look into that, it takes two minutes, case "],
    offence: ["I have no idea.", "That's not my department.", "You should have said so before."],
    closing: ["I will call you back by 5 pm today, is that all right?", "Thank you for calling, goodbye."],
  },
];

// A small linear congruential generator (Numerical Recipes).
let state = 1;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const pick = (items) => items[random(items.length)];

function call(id) {
  const { speakers, opening, problem, answer, offence, closing } = LANGUAGES[random(2)];
  const turns = [{ speaker: speakers[1], text: pick(opening) }];
  for (let round = 0; round < 3; round++)
    turns.push(
      { speaker: speakers[0], text: `${pick(problem)}${random(1_000_000)}` },
      { speaker: speakers[1], text: `${pick(answer)}${random(1_000_000)}` },
    );
  if (random(5) === 0) turns.push({ speaker: speakers[1], text: pick(offence) });
  turns.push({ speaker: speakers[1], text: pick(closing) });
  return `${JSON.stringify({ id, turns })}\n`;
}

for (let id = 1; id <= count; id++) if (!process.stdout.write(call(id))) await once(process.stdout, "drain");
