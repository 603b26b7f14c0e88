/** What `--help` prints. */
export const HELP = {
  zh: `service-script 检查客服话术：禁语、漏掉的致歉和确认、说不清的时间、走不通的流程。

用法
  service-script lint [路径…]      检查文件，或文件夹里所有 .sscript 和 .话术 文件（默认是当前文件夹）
  service-script merge 部分…       把 lint --shard 查的几份合成报告，和一次查完全部的一样
  service-script watch [路径…]     守着这些文件，存一次盘就把碰到的话术再查一遍，按 Ctrl-C 结束
  service-script format --check|--write [路径…]  统一写法：看哪些要改，或改好；只改符号和空白，不改说的话
  service-script config --print [文件]  对一份话术生效的配置，每个值写在哪里
  service-script paths [路径…]     每份话术有几条路走到结束，最短和最长的各要念多久，在哪里结束
  service-script timeline [路径…]  什么事最晚什么时候办：从哪件事算起，依据哪条时限，哪条路上有
  service-script diff 旧 新        一份话术的两个版本有什么不同：步骤、分支、台词、承诺、致歉，新出现的问题
  service-script check 通话 --against 话术  一通真实的通话照着话术说了多少：漏了哪句，哪句换了说法，承诺变了没有，有没有禁语
  service-script impact 名字 [路径…]  谁用到这个步骤、用语、变量或文件，改了会影响哪些话术
  service-script stats [路径…]     每份话术有多少步骤、多少句话，客服一共要说多久
  service-script standards [名字…]  列出服务标准和它们的时限，也有当前文件夹里你们自己的
  service-script explain [规则]    说明一条规则：为什么、怎么改；不写规则就列出全部
  service-script filter < 通话.jsonl  一行一通通话（JSON）进，一行一通的问题（JSON）出，顺序不变；也认 --speaker
  service-script rules             列出全部规则：编号、级别、标题，按组排
  service-script init [文件夹] [--yes] [--template 名字]  开个头：配置、一份话术、给 VS Code 的推荐、CI 文件；已有的文件
                                   不动；话术从样例来，比如 --template 投诉六步；名字写错了会列出全部
  service-script completions bash|zsh|fish  让命令行按 Tab 补全：source <(service-script completions bash)
  service-script test 列表…        用标好类别的话语检验规则：查全率、查准率、误报率；也检验 .yaml 词包里自带的例子
  service-script export 文件…      导出给没有编辑器的人：一个网页（流程图和排练），或图片、文稿、流程图代码；
                                   写到标准输出（> 投诉.html），或用 --out 写进文件夹
  service-script convert 文件…     把 GB18030、Big5、UTF-16 编码的话术转成 UTF-8，写在原文件旁边
  service-script lsp --stdio       作为语言服务器运行，供编辑器使用

lint 的选项
  --format 名字[=文件]     报告：readable（默认）、json、sarif、github、gitlab、junit、checkstyle、rdjson、markdown、html、run；
                           写了文件就写进文件；可以写几个，标准输出只给其中一个
  --fail-level 级别        有 error（默认）、warning 或 info 这一级和更重的问题就以 1 结束
  --max-warnings 个数      警告超过这么多就以 1 结束
  --quiet                  只报告会以 1 结束的问题
  --exit-zero              有问题也以 0 结束（读不了的文件、写错的配置除外）
  --fix                    改好不影响说的话和走的路的写法
  --fix-unsafe             连说的话也改，改完请看一遍
  --fix-dry-run            只给出补丁，不写文件
  --baseline 文件          清单里已知的问题不报；--update-baseline 写下现在的问题，--prune 去掉已经改好的
  --changed[=提交]         只报改动碰到的地方：从上次提交，或从与这个提交、分支共同的那次提交算起
  --cache[=文件夹]         存下结果，没变的话术下次不再重查（默认存在 .service-script-cache），报告一字不差
  --shard 2/3 --format run=文件  只查三份里的第二份，存下结果；service-script merge 再合成报告
  --server                 由语言服务器来查，报告一样
  --threads 个数           用几个线程检查（默认：1000 份以上才用几个）；1 是不另开线程
  --stdin --stdin-filename 名字  检查标准输入，当作这个名字的文件（配置按它的位置找）；format 也认 --stdin
  --transcript             文件是通话或聊天记录，没有写谁说的一行接着上一句
  --speaker 名字=客服      这个人是客服（客户、同事）；可以写多次

diff 的选项
  --rev 提交 文件          文件和它在那个提交（分支、标签）里的样子比；也可以写 diff 提交:文件 文件
  --format text|markdown|json|svg  给人看，贴进合并请求，给程序看，或画成图
  --exit-zero              变差了也以 0 结束

check 的选项
  --against 话术           照哪份话术
  --format readable|json   给人看，或给程序看
  --speaker 名字=客服      记录里的这个人是客服（客户、同事）；可以写多次
  --mask                   证件号、卡号、电话、邮箱换成占位，哪种输出里都不出现
  --exit-zero              有不一样也以 0 结束

其他选项
  --format text|json       paths、timeline、stats、impact、standards、rules、config：给人看，或给程序看
  --format text|json|junit test：输出给人看，给程序看，或给 CI 看（一条话语一个用例）
  --category 词=规则       test：列表里的“词”指哪条规则；几条用 + 连接，命中一条就算；=polite 是合格，=skip 是跳过
  --misses N|all           test：漏掉的、误报的各列出几条（默认 20）
  --min-recall 百分比      test：查全率低于它就以 1 结束
  --max-false-alarms 百分比  test：误报率高于它就以 1 结束
  --format html|svg|markdown|mermaid|dot  export：导出成什么（默认 html）
  --detail steps|turns|full  export：图片画到步骤、对话还是全文（默认全文）
  --theme light|dark       export：图片用浅色还是深色
  --from 编码              convert：gb18030、big5、utf-16le 或 utf-16be（默认自己认）
  --out 文件夹             convert、export：写到这个文件夹，文件名不变
  --in-place               convert：直接改写原文件
  --package 来源           init：CI 从哪里取这个程序，写法同 npm install：git+https://…#提交，或打好的 .tgz
  --language zh|zh-TW|en   提示用中文（zh-TW 是台湾的繁体和用词）或英文；不写就看系统语言，系统语言不是中文或英文（比如 C、POSIX）就看话术，没有话术可看就用英文
  -h, --help               这份说明
  -v, --version            版本

test 的列表
  .tsv 或 .csv 文件，或它们所在的文件夹。列名：话语（utterance）、类别（category），可以有说话人（speaker），其他列不看；
  没有列名就依次是话语、类别。类别写规则名（forbidden/brush-off，或只写 brush-off）、禁语（forbidden，哪条规则发现都算）、
  合格（正常、polite、clean，不该有规则发现）。查全率只算本规则发现的，只有别的规则发现的另外列出。
  级别为“提示”的发现算发现，但不算误报：合格话语里的提示单独列出，也不计入查准率。

退出码
  0 没有错误   1 有错误，test 没有达到要求，话术的新版本变差，或通话漏了话、变了承诺、有禁语   2 用法不对，配置有错，或有文件读不了、转不了   3 程序自身出错

例子
  service-script lint 话术/
  service-script lint --format readable --format sarif=结果.sarif 话术/
  service-script lint --fix-dry-run 话术/投诉.sscript
  service-script test --min-recall 95 --max-false-alarms 0.5 --category 推诿=pass-the-buck+brush-off 质检/
  service-script convert 话术/投诉.sscript
`,
  en: `service-script checks call scripts: forbidden responses, missing apologies and confirmations, vague times, broken flows.

Usage
  service-script lint [paths…]     check files, or all .sscript and .话术 files below a folder (default: this one)
  service-script merge PARTS…      put what lint --shard found together, into the reports of one run over all
  service-script watch [paths…]    stay, and check again what each save touches, until Ctrl-C
  service-script format --check|--write [paths…]  one form for all: tell which scripts differ, or mend them; only signs and
                                   white space change, never what is said
  service-script config --print [file]  the configuration that holds for a script, and where each value is written
  service-script paths [paths…]    how many ways lead through each call, the shortest, the longest, and where they end
  service-script timeline [paths…] what is due when: counted from what, by which limit, on which ways through the call
  service-script diff OLD NEW      what changed between two versions of a script: steps, branches, lines, promises, apologies,
                                   and what is newly wrong
  service-script check CALL --against SCRIPT  how far a real call followed its script: what was left out, put in other
                                   words, promised otherwise, and what should not have been said
  service-script impact NAME [paths…]  who uses this step, phrase, variable or file, and which scripts a change reaches
  service-script stats [paths…]    how many steps and turns each script has, and how long the agent speaks
  service-script standards [names…]  list service standards with their limits, your own of this folder among them
  service-script explain [rule]    explain a rule: why, and what to say instead; without one, list them all
  service-script filter < calls.jsonl  a call a line (JSON) in, its findings a line (JSON) out, in order; takes --speaker
  service-script rules             list all rules: id, level and title, by group
  service-script init [folder] [--yes] [--template NAME]  begin: a configuration, a script, a word to VS Code, a CI file;
                                   what is there stays; the script is a sample, such as complaint-in-six-steps: a wrong
                                   name lists them all
  service-script completions bash|zsh|fish  let Tab complete: source <(service-script completions bash)
  service-script test lists…       try the rules on labelled utterances: recall, precision, false alarms; and .yaml packs on
                                   the examples in them
  service-script export files…     for people without the editor: one page with the call flow and the rehearsal, or a
                                   picture, a text, a chart; to standard output (> call.html) or into the folder of --out
  service-script convert files…    turn scripts in GB18030, Big5 or UTF-16 into UTF-8, beside the originals
  service-script lsp --stdio       run as a language server, for editors

Options of lint
  --format NAME[=FILE]     reports: readable (the default), json, sarif, github, gitlab, junit, checkstyle, rdjson, markdown,
                           html, run; to the file if one is given; there may be several, standard output takes one
  --fail-level LEVEL       end with 1 when there is anything of error (the default), warning or info, or graver
  --max-warnings N         end with 1 when there are more warnings
  --quiet                  report only what makes it end with 1
  --exit-zero              end with 0 in spite of findings (not of unreadable files or a broken configuration)
  --fix                    mend what changes neither the words nor the way of a call
  --fix-unsafe             mend what is said as well; look it over afterwards
  --fix-dry-run            print a patch, write nothing
  --baseline FILE          leave out what it lists; --update-baseline lists what is there now, --prune takes out what is gone
  --changed[=COMMIT]       only what the change touches: since the last commit, or since the one shared with a commit or branch
  --cache[=FOLDER]         keep what is found and do not judge again what is unchanged (in .service-script-cache if no folder is
                           given); the reports are the same
  --shard 2/3 --format run=FILE  judge the second of three parts and keep all that was found, for service-script merge
  --server                 have the language server judge; the reports are the same
  --threads N              judge in so many threads (default: several from 1,000 scripts on); 1 is none but the program's own
  --stdin --stdin-filename NAME  check standard input as the file of this name, whose place tells the configuration; format
                           takes --stdin too
  --transcript             the files record calls or chats; a line without a speaker carries on the last one
  --speaker NAME=agent     who this is (agent, customer or colleague); may be repeated

Options of diff
  --rev REF FILE           compare a file with what it was at a commit, branch or tag; so does diff REF:FILE FILE
  --format text|markdown|json|svg  for people, for a pull request, for programs, or as a picture
  --exit-zero              end with 0 even where it got worse

Options of check
  --against SCRIPT         the script that the call should have followed
  --format readable|json   for people, or for programs
  --speaker NAME=agent     who this is in the record (agent, customer or colleague); may be repeated
  --mask                   put placeholders for identity, card and phone numbers and e-mail addresses, in every output
  --exit-zero              end with 0 whatever differs

Other options
  --format text|json       paths, timeline, stats, impact, standards, rules, config: for people, or for programs
  --format text|json|junit test: for people, for programs, or for CI (a test case an utterance)
  --category WORD=RULE     test: what a word of the lists stands for; rules joined by + may each find it; =polite, =skip
  --misses N|all           test: how many misses and false alarms to list, each (default: 20)
  --min-recall PERCENT     test: end with 1 when recall is below it
  --max-false-alarms PERCENT  test: end with 1 when the false-alarm rate is above it
  --format html|svg|markdown|mermaid|dot  export: as what (default: html)
  --detail steps|turns|full  export: how much the picture shows (default: full)
  --theme light|dark       export: the colours of the picture
  --from ENCODING          convert: gb18030, big5, utf-16le or utf-16be (default: found out)
  --out FOLDER             convert, export: write there, under the same name
  --in-place               convert: replace the original
  --package SOURCE         init: where CI takes this program from, as npm installs it: git+https://…#COMMIT, or a packed .tgz
  --language zh|zh-TW|en   language of the messages, zh-TW in the words of Taiwan (default: your locale's; where that is neither, as in C and POSIX,
                           the script's own, and English where there is no script)
  -h, --help               this text
  -v, --version            the version

Lists for test
  .tsv or .csv files, or folders of them, with the columns utterance and category, perhaps speaker; others are ignored.
  Without a row of names: utterance, category. A category is a rule (forbidden/brush-off, or just brush-off), forbidden
  (any rule may find it), or polite or clean (no rule may). Recall counts what a rule of the category found; what only
  another rule found is listed apart. Findings of severity information count as found but never as false alarms: on
  polite lines they are listed apart, and precision leaves them out.

Exit codes
  0 no errors   1 errors found, test missed what was asked of it, a script got worse, or a call left lines out, changed promises or offended   2 wrong usage, a broken configuration, or a file that cannot be read or converted   3 the program itself failed

Examples
  service-script lint scripts/
  service-script lint --format readable --format sarif=findings.sarif scripts/
  service-script lint --fix-dry-run scripts/complaint.sscript
  service-script test --min-recall 95 --max-false-alarms 0.5 --category evasive=pass-the-buck+brush-off reviews/
  service-script convert scripts/complaint.sscript
`,
} as const;
