//! Functions of a WASM module in the order in which they pack best: each beside the one it is most like.
//!
//! The tools that write modules put long functions first. What packs them looks for what it has seen, and
//! tells how far back that is: the less far, the fewer bits; and it takes what stands together as of one
//! kind. No function changes but for the numbers of those it calls (`docs/decisions.md`, *Functions stand
//! beside their like*).

use std::collections::HashMap;

use wasmparser::FunctionBody;

use super::functions::{self, Functions};

/// How many bytes in a row two functions have in common to be alike in them: an instruction with its
/// operand or two. From 3 to 12 was tried, and from 3 to 7 once more when the module had grown.
const RUN: usize = 4;

/// What more functions hold than this tells nothing about any two of them.
const COMMON: usize = 2_000;

/// The module with its functions in another order.
pub(super) fn beside_each_other(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let functions = Functions::of(wasm)?;
    let bodies: Vec<&[u8]> = functions.bodies.iter().map(FunctionBody::as_bytes).collect();
    let order = order(&bodies);
    // What is imported comes first, and stays.
    let mut places: Vec<u32> = (0..functions.imported).collect();
    places.resize(functions.imported as usize + order.len(), 0);
    for (place, function) in (functions.imported..).zip(&order) {
        if let Some(of) = places.get_mut(functions.imported as usize + function) {
            *of = place;
        }
    }
    functions::moved(wasm, &order, &places)
}

/// A chain: behind each function comes the one, of those that are left, with which it has most in common.
/// Where none has anything, it goes on with the next by its bytes.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<Vec<&[u8]>> = bodies.iter().map(|body| runs(body)).collect();
    let mut holding = HashMap::<&[u8], Vec<usize>>::new();
    for (function, runs) in runs.iter().enumerate() {
        for run in runs {
            holding.entry(run).or_default().push(function);
        }
    }
    holding.retain(|_, functions| functions.len() <= COMMON);
    let mut by_bytes: Vec<usize> = (0..bodies.len()).collect();
    by_bytes.sort_by_key(|&function| bodies.get(function));
    let mut by_bytes = by_bytes.into_iter();
    let mut is_left = vec![true; bodies.len()];
    let mut shared = vec![0_usize; bodies.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    while order.len() < bodies.len() {
        let last: &[&[u8]] = order.last().and_then(|&last| runs.get(last)).map_or(&[], |of| of);
        let mut met = Vec::new();
        for &function in last.iter().filter_map(|run| holding.get(run)).flatten() {
            if let (Some(true), Some(shared)) = (is_left.get(function), shared.get_mut(function)) {
                if *shared == 0 {
                    met.push(function);
                }
                *shared += 1;
            }
        }
        let likeness = |function: usize| {
            let own = runs.get(function).map_or(0, Vec::len);
            let both = shared.get(function).copied().unwrap_or_default();
            // Of what either holds, the part that both do.
            both as f64 / (own + last.len() - both) as f64
        };
        let most = met
            .iter()
            .copied()
            .max_by(|&one, &other| likeness(one).total_cmp(&likeness(other)).then(other.cmp(&one)));
        let mut rest = by_bytes.by_ref().filter(|&next| is_left.get(next) == Some(&true));
        let Some(next) = most.or_else(|| rest.next()) else { break };
        order.push(next);
        if let Some(is_left) = is_left.get_mut(next) {
            *is_left = false;
        }
        for function in met {
            if let Some(shared) = shared.get_mut(function) {
                *shared = 0;
            }
        }
    }
    order
}

/// All runs of bytes in a function, each once.
fn runs(body: &[u8]) -> Vec<&[u8]> {
    let mut all: Vec<&[u8]> = body.windows(RUN.min(body.len())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
        Function, FunctionSection, ImportSection, Module, RefType, TableSection, TableType,
        TypeSection,
    };
    use wasmparser::{ElementItems, Export, Operator, Parser, Payload};

    use super::*;

    /// A function that says which one it is, and calls another.
    fn saying(number: i64, filling: &[i32], callee: u32) -> Function {
        let mut function = Function::new([]);
        let mut body = function.instructions();
        for &value in filling {
            body.i32_const(value).drop();
        }
        body.i64_const(number).drop().call(callee).end();
        function
    }

    /// Four functions behind an imported one: the first and the third are alike, so are the others.
    fn module() -> Vec<u8> {
        let (red, blue) = ([70_001, 70_002, 70_003, 70_004], [90_005, 90_006, 90_007, 90_008]);
        let mut types = TypeSection::new();
        // Two that do the same, to be told apart by their number.
        types.ty().function([], []);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("host", "call", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for kind in [0, 0, 1, 0] {
            functions.function(kind);
        }
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        let (minimum, maximum) = (1, Some(1));
        tables.table(TableType { element_type, minimum, maximum, table64: false, shared: false });
        let mut exports = ExportSection::new();
        exports.export("third", ExportKind::Func, 3);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([4][..].into()));
        let mut code = CodeSection::new();
        code.function(&saying(1, &red, 0)).function(&saying(2, &blue, 1));
        code.function(&saying(3, &red, 2)).function(&saying(4, &blue, 3));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&exports).section(&elements).section(&code);
        module.finish()
    }

    /// What a function says and whom it calls.
    type Said = (i64, u32);

    /// Of a module: each function, with its type; the exported one; the one in the table.
    fn read(wasm: &[u8]) -> (Vec<(u32, Said)>, u32, u32) {
        let (mut types, mut said, mut exported, mut in_table) = (Vec::new(), Vec::new(), 0, 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::FunctionSection(section) => {
                    types = section.into_iter().map(Result::unwrap).collect();
                }
                Payload::ExportSection(section) => {
                    let Export { index, .. } = section.into_iter().next().unwrap().unwrap();
                    exported = index;
                }
                Payload::ElementSection(section) => {
                    let element = section.into_iter().next().unwrap().unwrap();
                    let ElementItems::Functions(functions) = element.items else { panic!() };
                    in_table = functions.into_iter().next().unwrap().unwrap();
                }
                Payload::CodeSectionEntry(body) => {
                    let (mut number, mut callee) = (0, 0);
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::I64Const { value } => number = value,
                            Operator::Call { function_index } => callee = function_index,
                            _ => {}
                        }
                    }
                    said.push((number, callee));
                }
                _ => {}
            }
        }
        (types.into_iter().zip(said).collect(), exported, in_table)
    }

    #[test]
    fn functions_stand_beside_their_like_and_are_called_exported_and_listed_as_before() {
        let (functions, exported, in_table) = read(&beside_each_other(&module()).unwrap());
        let numbers: Vec<i64> = functions.iter().map(|(_, (number, _))| *number).collect();
        let is_like = |pair: &[i64]| matches!(pair, [1, 3] | [3, 1] | [2, 4] | [4, 2]);
        assert!(numbers.chunks(2).all(is_like), "{numbers:?}");
        let number_of = |place: u32| match place.checked_sub(1) {
            Some(own) => numbers[own as usize],
            None => 0,
        };
        assert_eq!((number_of(exported), number_of(in_table)), (3, 4));
        for &(kind, (number, callee)) in &functions {
            assert_eq!(number_of(callee), number - 1, "each calls the one before");
            assert_eq!(kind, u32::from(number == 3), "{number} keeps its type");
        }
    }

    #[test]
    fn the_same_module_comes_out_the_same() {
        let once = beside_each_other(&module()).unwrap();
        assert_eq!(once, beside_each_other(&module()).unwrap());
        wasmparser::validate(&once).unwrap();
    }
}
