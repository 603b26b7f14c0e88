/** A line of a sample, and the same in the words of somebody who does not read it out. Written by hand. */
export interface Rewording {
  readonly path: string;
  /** Some words of the line. */
  readonly line: string;
  readonly said: string;
}

const of = (path: string, ...lines: readonly (readonly [line: string, said: string])[]): Rewording[] =>
  lines.map(([line, said]) => ({ path: `samples/${path}.sscript`, line, said }));

export const REWORDINGS: readonly Rewording[] = [
  ...of(
    "zh/断线投诉-改后",
    ["您先说说当时的情况", "实在对不起，让您费心了，换了我也急。麻烦您讲讲那会儿是怎么断的？"],
    ["在室外通话也会中断", "多谢您跟我们反映。也就是说，人在外面打也照样断，今天断了四次，是吧？"],
    ["为了查到您的记录", "我查一下记录，麻烦报一下您的手机号好吗？"],
    ["大约两分钟", "我得看一眼您那一带的网络，两分钟左右，您等我一下行吗？"],
    [
      "我明天上午十点给您回电",
      "应该的。今天要是又断了，您随时找我们，我们继续帮您弄。明天上午十点我再打给您，看看通话好了没有。",
    ],
    ["告诉您由哪个部门处理", "半小时之内我打给您，跟您讲是哪个部门来办，这样行吗？"],
  ),
  ...of(
    "zh/投诉问题应答",
    [
      "换了谁都会着急",
      "刚买的机器就漏，地板也泡坏了，太对不住您了，搁谁都急。多亏您说得及时，家里眼下什么样，您讲一讲？",
    ],
    ["您希望我们一是来修热水器", "阀门关得好，反应真快。那您的意思，热水器要来人修，地板也得给个办法，是这样吗？"],
    ["因为要给维修部派单", "我给维修部下单用，您怎么称呼，机器装在哪儿？"],
    ["上次没有给您回音", "上回没回您电话，是我们没做到，抱歉。这回我亲自打，您记一下我的工号，有事直接找我，行吗？"],
  ),
  ...of(
    "zh/用户救援",
    ["您别慌", "别着急，有我呢。您在哪条高速上，往哪个方向开，旁边里程牌写的多少？"],
    ["车是几点熄火的", "什么时候熄的火？车里除了您还有别人吗？"],
    ["请您先打开双闪", "先把双闪打上，你们两位走右边下来，到护栏外头站着，行不行？"],
  ),
  ...of(
    "en/complaint-response",
    [
      "A leak in a brand new heater",
      "Oh no, a new heater leaking and your floor damaged. I am really sorry, that would upset anyone. Thanks for telling us. What does it look like at the moment?",
    ],
    [
      "Shutting the valve",
      "You did the right thing with that valve. You want us to fix the heater and see about the floor, correct?",
    ],
    ["So that I can send the job", "What's the address, please, so our engineers know where to go?"],
    [
      "Then we broke our word",
      "We let you down last time and I apologise. I'm going to ring you myself. Would my direct line be any help to you?",
    ],
  ),
  ...of(
    "en/damaged-parcel-after",
    [
      "Could you tell me what happened",
      "I do apologise, and thanks for letting us know. What did you find when you opened the parcel?",
    ],
    ["So the box was whole", "If I've got this right, the box looked fine and it's just the water tank that broke?"],
    ["may I have the order number", "Could I get your order number, please, then I can look it up?"],
    [
      "how annoying that is",
      "Thanks. Having that happen twice is really annoying, I understand. Shall we send another machine, or would you rather have a refund?",
    ],
  ),
  ...of("en/hold-and-transfer", [
    "Congratulations on the new place",
    "How nice, a new home! And you want to take your contract with you to the new address, did I get that right?",
  ]),
];
