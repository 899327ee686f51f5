/** The official classifications as the printed tables list them: 支出功能分类 by class, 支出经济分类 of table 06. */

/** [code, name] in the order of tables 01 and 04. */
export const FUNCTION_CLASSES: readonly (readonly [string, string])[] = [
  ['201', '一般公共服务支出'],
  ['202', '外交支出'],
  ['203', '国防支出'],
  ['204', '公共安全支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['207', '文化旅游体育与传媒支出'],
  ['208', '社会保障和就业支出'],
  ['210', '卫生健康支出'],
  ['211', '节能环保支出'],
  ['212', '城乡社区支出'],
  ['213', '农林水支出'],
  ['214', '交通运输支出'],
  ['215', '资源勘探工业信息等支出'],
  ['216', '商业服务业等支出'],
  ['217', '金融支出'],
  ['219', '援助其他地区支出'],
  ['220', '自然资源海洋气象等支出'],
  ['221', '住房保障支出'],
  ['222', '粮油物资储备支出'],
  ['223', '国有资本经营预算支出'],
  ['224', '灾害防治及应急管理支出'],
  ['229', '其他支出'],
  ['231', '债务还本支出'],
  ['232', '债务付息支出'],
  ['234', '抗疫特别国债安排的支出'],
];

export interface EconomicClass {
  readonly code: string;
  readonly name: string;
  /** 人员经费 or 公用经费. */
  readonly side: 'personnel' | 'operating';
  /** [last two digits, name]. */
  readonly groups: readonly (readonly [string, string])[];
}

export const ECONOMIC_CLASSES: readonly EconomicClass[] = [
  {
    code: '301',
    name: '工资福利支出',
    side: 'personnel',
    groups: groups(
      '01基本工资 02津贴补贴 03奖金 06伙食补助费 07绩效工资 08机关事业单位基本养老保险缴费 09职业年金缴费 10职工基本医疗保险缴费 11公务员医疗补助缴费 12其他社会保障缴费 13住房公积金 14医疗费 99其他工资福利支出',
    ),
  },
  {
    code: '303',
    name: '对个人和家庭的补助',
    side: 'personnel',
    groups: groups(
      '01离休费 02退休费 03退职（役）费 04抚恤金 05生活补助 06救济费 07医疗费补助 08助学金 09奖励金 10个人农业生产补贴 11代缴社会保险费 99其他对个人和家庭的补助',
    ),
  },
  {
    code: '302',
    name: '商品和服务支出',
    side: 'operating',
    groups: groups(
      '01办公费 02印刷费 03咨询费 04手续费 05水费 06电费 07邮电费 08取暖费 09物业管理费 11差旅费 12因公出国（境）费用 13维修（护）费 14租赁费 15会议费 16培训费 17公务接待费 18专用材料费 24被装购置费 25专用燃料费 26劳务费 27委托业务费 28工会经费 29福利费 31公务用车运行维护费 39其他交通费用 40税金及附加费用 99其他商品和服务支出',
    ),
  },
  { code: '307', name: '债务利息及费用支出', side: 'operating', groups: groups('01国内债务付息 02国外债务付息') },
  {
    code: '310',
    name: '资本性支出',
    side: 'operating',
    groups: groups(
      '01房屋建筑物购建 02办公设备购置 03专用设备购置 05基础设施建设 06大型修缮 07信息网络及软件购置更新 08物资储备 09土地补偿 10安置补助 11地上附着物和青苗补偿 12拆迁补偿 13公务用车购置 19其他交通工具购置 21文物和陈列品购置 22无形资产购置 99其他资本性支出',
    ),
  },
  {
    code: '399',
    name: '其他支出',
    side: 'operating',
    groups: groups('07国家赔偿费用支出 08对民间非营利组织和群众性自治组织补贴 09经常性赠与 10资本性赠与 99其他支出'),
  },
];

function groups(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2)] as const);
}
