"""Makes the workbooks of this folder with LibreOffice: what real programs write, with everything that must survive us.

    soffice --headless --accept="socket,host=localhost,port=2002;urp;" &
    /usr/bin/python3 test/workbooks/files/make-files.py test/workbooks/files
"""
import os, sys, struct, time, zlib
import uno
from com.sun.star.awt import Rectangle, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.ConditionOperator import GREATER, FORMULA
from com.sun.star.sheet.ValidationType import LIST
from com.sun.star.table import CellRangeAddress, CellAddress

out = os.path.abspath(sys.argv[1])


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def url(path):
    return uno.systemPathToFileUrl(path)


def png(path):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + bytes([200, 30 + y * 8, 30]) * 16 for y in range(16))
    with open(path, 'wb') as f:
        f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 16, 16, 8, 2, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b''))


local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for _ in range(60):
    try:
        context = resolver.resolve('uno:socket,host=localhost,port=2002;urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
doc = desktop.loadComponentFromURL('private:factory/scalc', '_blank', 0, (prop('Hidden', True),))
sheets = doc.Sheets
sheets.getByIndex(0).Name = '收支总表'
sheet = sheets.getByIndex(0)
numbers = doc.NumberFormats
here = uno.createUnoStruct('com.sun.star.lang.Locale')


def fmt(code):
    key = numbers.queryKey(code, here, False)
    return key if key != -1 else numbers.addNew(code, here)


sheet.getCellByPosition(0, 0).String = '收入支出决算总表'
sheet.getCellRangeByName('A1:C1').merge(True)
sheet.getCellByPosition(0, 1).String = '金额单位：万元'
for column, text in enumerate(['项目', '决算数', '占比']):
    sheet.getCellByPosition(column, 2).String = text
rows = [('一、财政拨款收入', 1890.55), ('二、事业收入', 60.40), ('三、其他收入', 27.43)]
for index, (label, amount) in enumerate(rows):
    sheet.getCellByPosition(0, 3 + index).String = label
    sheet.getCellByPosition(0, 3 + index).ParaIndent = 353
    sheet.getCellByPosition(1, 3 + index).Value = amount
    sheet.getCellByPosition(2, 3 + index).Formula = '=B%d/B$7' % (4 + index)
sheet.getCellByPosition(0, 6).String = '本年收入合计'
sheet.getCellByPosition(1, 6).Formula = '=SUM(B4:B6)'
sheet.getCellByPosition(0, 7).String = '审核'
sheet.getCellByPosition(1, 7).Formula = '=B7=SUM(B4:B6)'
sheet.getCellByPosition(2, 7).Formula = '=B4/0'
sheet.getCellByPosition(0, 8).String = '日期'
sheet.getCellByPosition(1, 8).Value = 45000
sheet.getCellRangeByName('B4:B7').NumberFormat = fmt('#,##0.00')
sheet.getCellRangeByName('C4:C6').NumberFormat = fmt('0.00%')
sheet.getCellByPosition(1, 8).NumberFormat = fmt('YYYY"年"M"月"D"日"')
sheet.Rows.getByIndex(1).IsVisible = True
sheet.getCellByPosition(0, 10).String = '隐藏行'
sheet.Rows.getByIndex(10).IsVisible = False
sheet.getCellByPosition(4, 3).String = '隐藏列'
sheet.Columns.getByIndex(4).IsVisible = False
sheet.Columns.getByIndex(0).Width = 6000

# The user's own conditional formats, on cells that we mark too.
styles = doc.StyleFamilies.getByName('CellStyles')
mine = doc.createInstance('com.sun.star.style.CellStyle')
styles.insertByName('我的绿色', mine)
mine.CellBackColor = 0xC6EFCE
for area, operator, formula in (('B4:B6', GREATER, '1000'), ('C4:C6', FORMULA, '$C4>0.9')):
    target = sheet.getCellRangeByName(area)
    entries = target.ConditionalFormat
    entries.addNew((prop('Operator', operator), prop('Formula1', formula), prop('StyleName', '我的绿色')))
    target.ConditionalFormat = entries

choice = sheet.getCellRangeByName('D4:D6')
validation = choice.Validation
validation.Type = LIST
validation.setFormula1('"是";"否"')
choice.Validation = validation
sheet.Annotations.insertNew(sheet.getCellByPosition(1, 3).CellAddress, '与财政批复一致')

position = Rectangle(12000, 500, 9000, 6000)
source = CellRangeAddress()
source.Sheet, source.StartColumn, source.StartRow, source.EndColumn, source.EndRow = 0, 0, 2, 1, 5
sheet.Charts.addNewByName('收入构成', position, (source,), True, True)

picture = os.path.join(out, 'seal.png')
png(picture)
graphics = context.ServiceManager.createInstanceWithContext('com.sun.star.graphic.GraphicProvider', context)
shape = doc.createInstance('com.sun.star.drawing.GraphicObjectShape')
sheet.DrawPage.add(shape)
shape.Graphic = graphics.queryGraphic((prop('URL', url(picture)),))
shape.Size = Size(1500, 1500)
os.remove(picture)

sheets.insertNewByName('说明', 1)
sheets.getByIndex(1).getCellByPosition(0, 0).String = '第一行\n第二行 & <标记>'
sheets.insertNewByName('底稿', 2)
draft = sheets.getByIndex(2)
draft.getCellByPosition(0, 0).Formula = "=$'收支总表'.B7"
draft.IsVisible = False
doc.NamedRanges.addNewByName('收入合计', "$'收支总表'.$B$7", CellAddress(), 0)
sheet.setPrintAreas((source,))
doc.calculateAll()

doc.storeToURL(url(os.path.join(out, 'libreoffice.xlsx')), (prop('FilterName', 'Calc MS Excel 2007 XML'),))
doc.storeToURL(url(os.path.join(out, 'libreoffice.xls')), (prop('FilterName', 'MS Excel 97'),))
# 67 is GBK in LibreOffice's numbering of encodings.
doc.storeToURL(url(os.path.join(out, 'libreoffice-gbk.csv')), (prop('FilterName', 'Text - txt - csv (StarCalc)'), prop('FilterOptions', '44,34,67,1')))
doc.close(True)
try:
    desktop.terminate()
except Exception:
    pass
