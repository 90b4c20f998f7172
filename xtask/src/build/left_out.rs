//! What the worker's module is made without: functions that are never reached, as nothing of ours asks
//! for what they do, and quick ways beside which the library holds an exact one that answers as well.
//! Neither the compiler nor the linker can know that; `docs/decisions.md`, *Left out of the worker's
//! module*, says what each is worth.

use std::ops::Range;

use walrus::ir::{MemArg, StoreKind, Value};
use walrus::{
    ConstExpr, DataId, DataKind, FunctionBuilder, FunctionId, FunctionKind, LocalId, MemoryId,
    Module, ValType, passes,
};

/// What stands in the place of a function.
#[derive(Clone, Copy, Debug)]
enum Instead {
    /// Nothing: who comes here stops the worker, and the page says so.
    Never,
    /// Nothing to do, for what is asked each time and would find nothing.
    Done,
    /// The answer "not certain" of the quick way to read a number, at which the exact one is gone: a
    /// negative exponent behind eight bytes of digits (`BiasedFp` in `core::num::dec2flt`).
    NotCertain,
    /// The answer `None` of the quick way to write a number, at which the exact one is gone: no
    /// address where that of the digits would be.
    Nothing,
}

/// A function by the name that the compiler gave it, or by a part of that which several have.
struct LeftOut {
    named: &'static str,
    instead: Instead,
}

const fn never(named: &'static str) -> LeftOut {
    LeftOut { named, instead: Instead::Never }
}

const fn done(named: &'static str) -> LeftOut {
    LeftOut { named, instead: Instead::Done }
}

/// All of them.
///
/// A workbook of ours has sheets with filters, lists to choose from and protection, and one chart of
/// stacked bars. It has no comments, pictures, tables, values made of parts, own properties, other
/// charts or conditions in its filters; `tests/browser` makes all of them with this module.
const LEFT_OUT: [LeftOut; 22] = [
    LeftOut {
        named: "core::num::dec2flt::lemire::compute_float::<f64>",
        instead: Instead::NotCertain,
    },
    LeftOut {
        named: "core::num::flt2dec::strategy::grisu::format_shortest_opt",
        instead: Instead::Nothing,
    },
    LeftOut {
        named: "core::num::flt2dec::strategy::grisu::format_exact_opt",
        instead: Instead::Nothing,
    },
    // Comments.
    done("rust_xlsxwriter::workbook::Workbook::prepare_vml"),
    never("rust_xlsxwriter::vml::Vml::"),
    never("rust_xlsxwriter::comment::Comment::"),
    // Tables.
    never("rust_xlsxwriter::table::Table::assemble_xml_file"),
    // Values made of parts.
    never("rust_xlsxwriter::metadata::Metadata::"),
    never("rust_xlsxwriter::rich_value"),
    never("rust_xlsxwriter::feature_property_bag::"),
    // Properties beside those that each file has.
    never("rust_xlsxwriter::custom::Custom::"),
    // Pictures.
    done("rust_xlsxwriter::workbook::Workbook::prepare_embedded_images"),
    // Other charts, and what stands in them.
    never("rust_xlsxwriter::chart::Chart::write_scatter_chart"),
    never("rust_xlsxwriter::chart::Chart::write_radar_chart"),
    never("rust_xlsxwriter::chart::Chart::write_trendline"),
    never("rust_xlsxwriter::chart::Chart::write_error_bar"),
    never("rust_xlsxwriter::chart::Chart::write_up_down_bars"),
    never("rust_xlsxwriter::chart::Chart::write_date_ax"),
    never("rust_xlsxwriter::chart::Chart::write_disp_units"),
    // Conditions in filters, and parts of sheets that are not protected.
    done("rust_xlsxwriter::worksheet::Worksheet::hide_autofilter_rows"),
    never("rust_xlsxwriter::worksheet::Worksheet::write_custom_filter"),
    never("rust_xlsxwriter::worksheet::Worksheet::write_protected_ranges"),
];

/// A table that only a quick way reads, by where it begins and ends. It stays as zeros, which pack to
/// nothing.
struct Table {
    first: [u8; 16],
    last: [u8; 16],
    /// In entries of sixteen bytes.
    length: usize,
}

/// Two numbers as they lie in memory.
const fn entry(one: u64, other: u64) -> [u8; 16] {
    ((other as u128) << 64 | one as u128).to_le_bytes()
}

const TABLES: [Table; 1] = [
    // Powers of five from -342 to 308 (`core::num::dec2flt`).
    Table {
        first: entry(0xeef4_53d6_923b_d65a, 0x113f_aa29_06a1_3b3f),
        last: entry(0x8e67_9c2f_5e44_ff8f, 0x570f_09ea_a7ea_7648),
        length: 651,
    },
];

/// Leaves all of it out, and what only that needed.
pub(super) fn of(module: &mut Module) -> Result<(), String> {
    leave_out(module, &LEFT_OUT, &TABLES)
}

fn leave_out(module: &mut Module, all: &[LeftOut], tables: &[Table]) -> Result<(), String> {
    for LeftOut { named, instead } in all {
        let found = functions(module, named);
        if found.is_empty() {
            return Err(format!("there is no function {named} to leave out any more"));
        }
        for function in found {
            put(module, function, *instead)?;
        }
    }
    for table in tables {
        empty(module, table)?;
    }
    places(module);
    passes::gc::run(module);
    Ok(())
}

/// The functions whose names have this part.
pub(super) fn functions(module: &Module, named: &str) -> Vec<FunctionId> {
    let is_named =
        |mangled: &str| format!("{:#}", rustc_demangle::demangle(mangled)).contains(named);
    module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|&id| module.funcs.get(id).name.as_deref().is_some_and(is_named))
        .collect()
}

/// Gives a function another body.
fn put(module: &mut Module, function: FunctionId, instead: Instead) -> Result<(), String> {
    let (parameters, results) = {
        let kind = module.types.get(module.funcs.get(function).ty());
        (kind.params().to_vec(), kind.results().to_vec())
    };
    let memory = module.memories.iter().next().map(walrus::Memory::id);
    let arguments: Vec<LocalId> = parameters.iter().map(|&kind| module.locals.add(kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    let mut body = builder.func_body();
    // Where the answer goes, for what answers in memory.
    let answer = || match (memory, arguments.as_slice(), parameters.as_slice(), results.as_slice())
    {
        (Some(memory), [answer, ..], [ValType::I32, ..], []) => Ok((memory, *answer)),
        _ => {
            Err(format!("a function that was to be left out has other parameters: {parameters:?}"))
        }
    };
    let mut store = |(memory, answer): (MemoryId, LocalId), value: i32, offset: u64| {
        let kind = StoreKind::I32 { atomic: false };
        body.local_get(answer).i32_const(value).store(memory, kind, MemArg { align: 4, offset });
    };
    match instead {
        Instead::Never => {
            body.unreachable();
        }
        Instead::Done if results.is_empty() => {}
        Instead::Done => return Err(format!("{parameters:?}: answers something")),
        Instead::NotCertain => store(answer()?, -1, 8),
        Instead::Nothing => store(answer()?, 0, 0),
    }
    let local = builder.local_func(arguments);
    module.funcs.get_mut(function).kind = FunctionKind::Local(local);
    Ok(())
}

/// Fills a table with zeros.
fn empty(module: &mut Module, table: &Table) -> Result<(), String> {
    let places: Vec<(DataId, usize)> = module
        .data
        .iter()
        .filter_map(|data| {
            let first = data.value.windows(16).position(|entry| entry == table.first)?;
            let last = first + 16 * (table.length - 1);
            (data.value.get(last..last + 16)? == table.last).then_some((data.id(), first))
        })
        .collect();
    let [(data, first)] = places[..] else {
        return Err(format!("{} tables that begin with {:x?}", places.len(), table.first));
    };
    if let Some(table) = module.data.get_mut(data).value.get_mut(first..first + 16 * table.length) {
        table.fill(0);
    }
    Ok(())
}

/// Empties what a panic would say of its place: the worker says nothing of it to anybody, it ends, and
/// the page says that.
pub(super) fn places(module: &mut Module) {
    let segments: Vec<(DataId, u32)> = module
        .data
        .iter()
        .filter_map(|data| match data.kind {
            DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => {
                Some((data.id(), start.cast_unsigned()))
            }
            _ => None,
        })
        .collect();
    for (id, start) in segments {
        let bytes = &mut module.data.get_mut(id).value;
        let unaligned = start.wrapping_neg() as usize % 4;
        let places: Vec<usize> = (unaligned..bytes.len()).step_by(4).collect();
        let paths: Vec<(usize, Range<usize>)> =
            places.into_iter().filter_map(|at| Some((at, path(bytes, start, at)?))).collect();
        for (at, path) in paths {
            if let Some(text) = bytes.get_mut(path) {
                text.fill(0);
            }
            // A text without letters, which is somewhere.
            if let Some([somewhere, rest @ ..]) = bytes.get_mut(at..at + PLACE) {
                *somewhere = 1;
                rest.fill(0);
            }
        }
    }
}

/// How long `core::panic::Location` is: where a path lies, its length, a line and a column.
const PLACE: usize = 16;

/// The path of a place in the sources, where one stands at `at`.
fn path(bytes: &[u8], start: u32, at: usize) -> Option<Range<usize>> {
    let number = |nth: usize| {
        let bytes = bytes.get(at + 4 * nth..at + 4 * nth + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    };
    let first = number(0)?.checked_sub(start)? as usize;
    let path = first..first.checked_add(number(1)? as usize)?;
    let is_path = |text: &[u8]| text.is_ascii() && text.len() > 3 && text.ends_with(b".rs");
    let is_place = (1..100_000).contains(&number(2)?) && (1..1_000).contains(&number(3)?);
    (is_place && is_path(bytes.get(path.clone())?)).then_some(path)
}

#[cfg(test)]
mod tests {
    use walrus::ModuleConfig;

    use super::*;

    const FIRST: [u8; 16] = entry(1, 2);
    const LAST: [u8; 16] = entry(5, 6);

    /// `shown` asks a quick way for an answer in memory; the quick way asks another one. Behind something
    /// else lies a table of three.
    fn module() -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let mut add = |name: &str, parameters: &[ValType], callee: Option<FunctionId>| {
            let mut builder = FunctionBuilder::new(&mut module.types, parameters, &[]);
            let arguments: Vec<LocalId> =
                parameters.iter().map(|&kind| module.locals.add(kind)).collect();
            let mut body = builder.name(name.to_owned()).func_body();
            if let Some(callee) = callee {
                body.i32_const(64).call(callee);
            }
            builder.finish(arguments, &mut module.funcs)
        };
        let other = add("another", &[ValType::I32], None);
        let quick = add("quick::way::<f64>", &[ValType::I32], Some(other));
        let shown = add("shown", &[], Some(quick));
        module.exports.add("shown", shown);
        let table = [&[9; 7][..], &FIRST, &entry(3, 4), &LAST, &[9; 7]].concat();
        let offset = ConstExpr::Value(walrus::ir::Value::I32(1_024));
        let data = module.data.add(DataKind::Active { memory, offset }, table);
        module.memories.get_mut(memory).data_segments.insert(data);
        module
    }

    fn table() -> Table {
        Table { first: FIRST, last: LAST, length: 3 }
    }

    fn names(module: &Module) -> Vec<&str> {
        module
            .funcs
            .iter_local()
            .filter_map(|(id, _)| module.funcs.get(id).name.as_deref())
            .collect()
    }

    #[test]
    fn what_is_left_out_goes_with_all_that_only_it_needed_and_its_table_is_empty() {
        let mut module = module();
        let quick = LeftOut { named: "quick::way", instead: Instead::NotCertain };
        leave_out(&mut module, &[quick], &[table()]).unwrap();
        assert_eq!(names(&module), ["quick::way::<f64>", "shown"]);
        let data = &module.data.iter().next().unwrap().value;
        assert_eq!(data[..], [&[9; 7][..], &[0; 48], &[9; 7]].concat());
        wasmparser::validate(&module.emit_wasm()).unwrap();
    }

    #[test]
    fn no_place_in_the_sources_is_left_and_all_that_is_no_place_is() {
        let start = 1_024_u32;
        let text = b"src/lib.rs.../notes.rst";
        let place = |path: u32, length: u32, line: u32, column: u32| {
            [path, length, line, column].map(u32::to_le_bytes).concat()
        };
        let placed = |path: &[u8], one: &[u8]| {
            [path, b".../notes.rst", &[0], one, &place(start + 13, 10, 7, 7), &place(8, 1, 1, 1)]
                .concat()
        };
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let before = placed(&text[..10], &place(start, 10, 40, 5));
        let data = module.data.add(DataKind::Active { memory, offset }, before);
        places(&mut module);
        let after = placed(&[0; 10], &place(1, 0, 0, 0));
        assert_eq!(module.data.get(data).value, after);
    }

    #[test]
    fn what_is_not_there_any_more_or_answers_in_another_way_stops_the_build() {
        let fault = leave_out(&mut module(), &[never("slow::way")], &[]).unwrap_err();
        assert!(fault.contains("slow::way"), "{fault}");
        let shown = LeftOut { named: "shown", instead: Instead::NotCertain };
        let fault = leave_out(&mut module(), &[shown], &[]).unwrap_err();
        assert!(fault.contains("other parameters"), "{fault}");
        let another = Table { last: FIRST, ..table() };
        let fault = leave_out(&mut module(), &[], &[another]).unwrap_err();
        assert!(fault.contains("0 tables"), "{fault}");
    }
}
