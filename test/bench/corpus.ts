import { generator, picker } from "./random.ts";

/** One script of a corpus: its text, and how many phrases of the list an agent says in it. */
export interface CorpusScript {
  readonly text: string;
  readonly planted: number;
}

/** The bytes that a script of the corpus has at least; it ends with the call that reaches them. */
const BYTES = 4_096;

/** In every such step of a corpus the agent says something of the list. */
const PLANT_EVERY = 5;

/**
 * Makes so many whole scripts of about 4 KB from a seed: complaints about goods, each with its own goods, names, numbers
 * and times, so that scarcely a sentence stands twice. Now and then the agent says a phrase of `PHRASES`.
 */
export function makeCorpus(files: number, seed: number): CorpusScript[] {
  const random = generator(seed);
  let steps = 0;
  return Array.from({ length: files }, (_, index) => makeScript(index));

  function makeScript(index: number): CorpusScript {
    const pick = picker(random);
    const lines = [`# ${pick(GOODS)}${pick(FAULTS)}的投诉 ${index}`, "渠道：电话", "方向：呼入", "场景：投诉"];
    lines.push("变量 姓氏：客户的姓", `> 适用于客户来电说${pick(GOODS)}${pick(FAULTS)}。`);
    let planted = 0;
    for (let step = 0, bytes = 0; bytes < BYTES; step++, steps++) {
      const isPlanted = steps % PLANT_EVERY === 0;
      if (isPlanted) planted++;
      lines.push("", `## 第${step + 1}件 ${pick(GOODS)}`, ...makeStep(pick, step, isPlanted));
      bytes = Buffer.byteLength(lines.join("\n"));
    }
    lines.push("", "## 收尾", ...CLOSING, "[挂机 客户]", `[记录 ${pick(GOODS)}的情况和约好的时间]`, "-> 结束", "");
    return { text: lines.join("\n"), planted };
  }

  function makeStep(pick: ReturnType<typeof picker>, step: number, isPlanted: boolean): string[] {
    const number = () => Math.floor(random() * 9_000_000 + 1_000_000);
    const [thing, fault, time, team] = [pick(GOODS), pick(FAULTS), pick(TIMES), pick(TEAMS)];
    return [
      ...(step === 0 ? [`客服：您好，这里是${pick(SHOPS)}，我姓${pick(NAMES)}，请问有什么可以帮您？`] : []),
      `客户（${pick(MOODS)}）：我在${pick(SHOPS)}买的${thing}${fault}，单号${number()}，${pick(DEMANDS)}`,
      `客服（致歉）：${pick(APOLOGIES)}谢谢您把${thing}的事告诉我们。`,
      `客服（确认）：您的意思是，${thing}${fault}，想${pick(WISHES)}，对吗？`,
      `客户：对，${pick(DETAILS)}${number()}。`,
      ...(isPlanted ? [`客服：关于${thing}，${pick(PHRASES)}，您看呢？`] : []),
      `? ${thing}能当场处理吗`,
      "- 能",
      `  客服：我已经请${team}给您${pick(WISHES)}，登记号${number()}，您看这样可以吗？`,
      "  客户：可以。",
      "- 要查一查",
      `  客服：我需要查一下${thing}的记录，大约${1 + Math.floor(random() * 3)}分钟，您方便稍等吗？`,
      "  客户：好的，我等着。",
      `  [等候 2分钟：查${thing}的记录]`,
      `  客服：感谢您的等候。我会在${time}给您回电，告诉您${team}的安排。您看可以吗？`,
      `  客户：${pick(DETAILS)}${number()}，记得打给我。`,
      `  [回电 ${time}：告知${team}的安排]`,
    ];
  }
}

const SUBJECTS =
  "这单子 这台机子 您那边 我们柜上 仓库那头 师傅那边 系统里头 后台那块 总部那头 门店那边 财务那边 厂家那头 快递那边 装机那组 售后那摊 退货那摊 发票那摊 会员那摊 积分那摊 券码那摊 押金那摊 合同那摊 保修那摊 换新那摊 预约那摊".split(
    " ",
  );
const REMARKS =
  "谁也说不准 没人盯着 早就下班了 向来这样 也就那样了 轮不到我 随它去吧 先放一放 爱莫能助 改不动了 翻篇了吧 查不出来 没个准信 一笔糊涂账 卡在那儿了 不算个事 懒得再问 甭提了吧 先撂着吧 听天由命".split(
    " ",
  );

/** The 500 phrases that an organisation does not want to hear. */
export const PHRASES: readonly string[] = SUBJECTS.flatMap((subject) => REMARKS.map((remark) => subject + remark));

const GOODS = "冰箱 洗衣机 净水器 电视机 空调 热水器 路由器 沙发 书桌 台灯 跑步机 婴儿车 吸尘器 打印机 门锁 烤箱".split(
  " ",
);
const FAULTS =
  "送错了颜色 一开机就响 装好以后漏水 少了一包螺丝 屏幕有一道划痕 三天前就该到了 收了两次钱 保修卡没有盖章 门关不严 连不上网络 到货就是坏的 说明书是别的型号".split(
    " ",
  );
const SHOPS = "城南店 河西店 新街店 网上商城 大学城店 机场店 北门店 滨江店".split(" ");
const NAMES = "王 李 张 陈 林 周 吴 郑 何 宋".split(" ");
const MOODS = "平静 着急 不满 愤怒".split(" ");
const TIMES = "半小时内 今天17点前 明天上午十点前 24小时内 两小时内 今天下班前".split(" ");
const TEAMS = "配送部 维修部 财务部 仓库 安装组 质检组".split(" ");
const WISHES = "换一台新的 约师傅上门 退货退款 补寄配件 重开发票 查清楚经过".split(" ");
const DEMANDS = ["你们打算怎么办？", "我要一个说法。", "今天能解决吗？", "我要投诉。", "麻烦帮我看看。"];
const APOLOGIES = ["非常抱歉，给您添麻烦了。", "真对不起，让您费心了。", "实在抱歉，这是我们的责任。"];
const DETAILS = [
  "家里老人等着用，机身上的编号是",
  "昨天师傅来看过，他留的工号是",
  "付款的时候我记过流水号",
  "送货单上写的号码是",
  "我朋友也遇到过，他的单号是",
];
const CLOSING = [
  "客服：我把安排再说一遍：约好的时间我会给您回电，结果当面告诉您。请问还有什么可以帮您？",
  "客户：没有了。",
  "客服：感谢您的来电，祝您生活愉快，再见。",
];
